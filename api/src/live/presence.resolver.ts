import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.js';
import { User } from '../identity/accounts/user.js';
import { Ticket } from '../tickets/ticket.entity.js';
import { Presence } from './presence.js';

@Resolver(() => Presence)
export class PresenceResolver {
  @FieldResolver(() => User, { description: 'Who it is.' })
  user(@Root() { userKey }: Presence, @Ctx() { loaders }: Context): Promise<User | null> {
    return loaders.user.load(userKey);
  }
}

@Resolver(() => Ticket)
export class TicketPresenceResolver {
  @FieldResolver(() => [Presence], {
    description: 'Who is here now, the longest first; known for 20 seconds after they last said so.',
  })
  presence(@Root() { number }: Ticket, @Ctx() { services: { live } }: Context): Presence[] {
    return live.presence.at(number);
  }
}
