import { Ctx, Int, Query, Resolver } from 'type-graphql';
import type { Context } from '../context.js';

@Resolver()
export class SampleResolver {
  @Query(() => Int, {
    description: 'How many sample tickets the desk has; `removeSampleTickets` removes them together.',
  })
  sampleTicketCount(@Ctx() { caller, services }: Context): Promise<number> {
    return services.samples.count(caller);
  }
}
