import { Arg, Args, Ctx, FieldResolver, Int, Query, Resolver } from 'type-graphql';
import type { Context } from '../../context.js';
import { ConnectionArguments, pageRequest } from '../../relay/connection.js';
import { User } from '../accounts/user.js';
import { Session } from '../sessions/session.js';
import { ApiTokenConnection, isKeyPosition } from './connections.js';
import { Viewer } from './viewer.js';
import { viewerOf } from './viewer-of-caller.js';

@Resolver(() => Viewer)
export class ViewerResolver {
  @Query(() => Viewer, {
    description: 'Who is calling, and what the desk allows. Never null, so that a client can ask before it knows.',
  })
  viewer(@Ctx() { caller, services: { identity } }: Context): Promise<Viewer> {
    return viewerOf(caller, identity);
  }

  @FieldResolver(() => User, {
    nullable: true,
    description: 'The person behind the session or token; null for a caller without a name.',
  })
  async user(@Ctx() { caller, loaders }: Context): Promise<User | null> {
    return caller.accountId == null ? null : loaders.user.load(caller.accountId);
  }

  @FieldResolver(() => Boolean, {
    description:
      'Whether the caller is e-mailed about mentions, assignments and requesters’ replies that stay unread for two minutes, one e-mail per ticket. False for callers without an account.',
  })
  async emailNotifications(@Ctx() { caller, loaders }: Context): Promise<boolean> {
    return caller.accountId != null && ((await loaders.user.load(caller.accountId))?.emailNotifications ?? false);
  }

  @FieldResolver(() => Int, {
    description:
      'Requests that callers without a name made through REST in the last 24 hours: what would need a token if the desk were closed (ACCESS=team, or by its first account). Submitting stays open where SUBMIT allows it.',
  })
  namelessRestCalls(@Ctx() { services: { identity } }: Context): Promise<number> {
    return identity.namelessCalls.ofLastDay();
  }

  @FieldResolver(() => ApiTokenConnection, { description: 'Own tokens, newest first.' })
  apiTokens(
    @Arg('ofDesk', () => Boolean, {
      defaultValue: false,
      description: 'Those of the desk instead, for administrators; others get none.',
    })
    ofDesk: boolean,
    @Args(() => ConnectionArguments) args: ConnectionArguments,
    @Ctx() { caller, services: { identity } }: Context,
  ): ApiTokenConnection {
    const request = pageRequest(args, isKeyPosition);
    const list = ofDesk ? 'desk' : 'own';
    return new ApiTokenConnection(
      () => identity.tokens.page(caller, list, request),
      () => identity.tokens.count(caller, list),
    );
  }

  @FieldResolver(() => [Session], { description: 'Own sessions, latest use first.' })
  sessions(@Ctx() { caller, services: { identity } }: Context): Promise<Session[]> {
    return identity.sessions.list(caller);
  }
}
