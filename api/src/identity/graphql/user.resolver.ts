import { Arg, Args, Ctx, Query, Resolver } from 'type-graphql';
import type { Context } from '../../context.js';
import { ConnectionArguments, pageRequest } from '../../relay/connection.js';
import { isKeyPosition, UserConnection } from './connections.js';

@Resolver()
export class UserResolver {
  @Query(() => UserConnection, { description: 'The people of the team, by name.' })
  users(
    @Arg('search', () => String, { nullable: true, description: 'A part of name, address or handle, in any case.' })
    search: string | null,
    @Arg('includeInactive', () => Boolean, {
      defaultValue: false,
      description: 'Also those who have not used their invitation, and those who left.',
    })
    includeInactive: boolean,
    @Args(() => ConnectionArguments) args: ConnectionArguments,
    @Ctx() { caller, services: { identity } }: Context,
  ): UserConnection {
    const request = pageRequest(args, isKeyPosition);
    const filter = { search: search ?? null, includeInactive };
    return new UserConnection(
      () => identity.accounts.page(caller, filter, request),
      () => identity.accounts.count(caller, filter),
    );
  }
}
