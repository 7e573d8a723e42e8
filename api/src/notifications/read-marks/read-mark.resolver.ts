import { Arg, Ctx, Field, FieldResolver, ID, InputType, Mutation, ObjectType, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.js';
import { numberOf } from '../../relay/global-id.js';
import { answer, Payload } from '../../relay/payload.js';
import { Ticket } from '../../tickets/ticket.entity.js';

@InputType({ description: 'Which tickets the caller has read.' })
export class MarkTicketsReadInput {
  @Field(() => [ID], { description: 'The tickets, at most 100; ids of nothing are passed over.' })
  ids!: string[];

  @Field(() => Boolean, { description: 'True marks all that is there by now as read, false the ticket as unread.' })
  read!: boolean;
}

@ObjectType({ description: 'What came of it.' })
export class MarkTicketsReadPayload extends Payload {
  @Field(() => [Ticket], { description: 'The tickets that were marked, in the order asked for.' })
  tickets: Ticket[] = [];
}

@Resolver(() => Ticket)
export class ReadMarkResolver {
  @FieldResolver(() => Boolean, {
    description:
      'Whether somebody else did anything here that the caller has not seen, in the last 30 days and since they joined. False for callers without an account.',
  })
  viewerHasUnread(@Root() { number }: Ticket, @Ctx() { loaders }: Context): Promise<boolean> {
    return loaders.hasUnread.load(number);
  }

  @Mutation(() => MarkTicketsReadPayload, { description: 'Mark tickets as read or unread, for the caller alone.' })
  markTicketsRead(
    @Arg('input', () => MarkTicketsReadInput, { description: 'Which, and how.' }) { ids, read }: MarkTicketsReadInput,
    @Ctx() { caller, loaders, services: { readMarks } }: Context,
  ): Promise<MarkTicketsReadPayload> {
    return answer(new MarkTicketsReadPayload(), async () => {
      const numbers = [...new Set(ids.map((id) => numberOf('Ticket', id)).filter((number) => number !== null))];
      await readMarks.mark(caller, numbers, read);
      const tickets = await Promise.all(numbers.map((number) => loaders.ticket.load(number)));
      return { tickets: tickets.filter((ticket) => ticket !== null) };
    });
  }
}
