import { Arg, Ctx, Field, InputType, Int, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { Context } from '../context.js';
import { answer, Payload } from '../relay/payload.js';
import { newestEdge, TicketEdge } from '../tickets/graphql/ticket.payloads.js';

@InputType({ description: 'Sample tickets for an empty desk.' })
class AddSampleTicketsInput {
  @Field(() => Int, { nullable: true, defaultValue: 200, description: 'How many, 1–500.' })
  count?: number | null;
}

@ObjectType({ description: 'The sample tickets that were added.' })
class AddSampleTicketsPayload extends Payload {
  @Field(() => Int, { description: 'How many.' })
  createdCount = 0;

  @Field(() => [TicketEdge], { description: 'Their edges, newest first.' })
  ticketEdges: TicketEdge[] = [];
}

@ObjectType({ description: 'The sample tickets that were removed.' })
class RemoveSampleTicketsPayload extends Payload {
  @Field(() => Int, { description: 'How many; 0 where there were none.' })
  removedCount = 0;
}

@Resolver()
export class SampleMutations {
  @Mutation(() => AddSampleTicketsPayload, { description: 'Fill an empty desk with sample tickets, at most 500.' })
  addSampleTickets(
    @Arg('input', () => AddSampleTicketsInput, { description: 'How many.' }) { count }: AddSampleTicketsInput,
    @Ctx() { caller, services }: Context,
  ): Promise<AddSampleTicketsPayload> {
    return answer(new AddSampleTicketsPayload(), async () => {
      const tickets = await services.samples.add(caller, count ?? 200);
      return { createdCount: tickets.length, ticketEdges: tickets.map(newestEdge) };
    });
  }

  @Mutation(() => RemoveSampleTicketsPayload, {
    description: 'Delete all sample tickets, changed ones too, and no others. Their trails stay.',
  })
  removeSampleTickets(@Ctx() { caller, services }: Context): Promise<RemoveSampleTicketsPayload> {
    return answer(new RemoveSampleTicketsPayload(), async () => {
      return { removedCount: (await services.samples.remove(caller)).length };
    });
  }
}
