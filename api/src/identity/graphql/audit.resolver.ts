import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.js';
import { ConnectionArguments, pageRequest } from '../../relay/connection.js';
import { numberOf } from '../../relay/global-id.js';
import { Actor } from '../accounts/user.js';
import { AuditEvent, AuditEventType } from '../audit/audit-event.js';
import { AuditEventConnection, isKeyPosition } from './connections.js';

@Resolver(() => AuditEvent)
export class AuditResolver {
  @Query(() => AuditEventConnection, {
    description: 'Sign-ins, roles, tokens, settings, exports: who did what to the desk itself, newest first.',
  })
  auditEvents(
    @Arg('actorId', () => ID, { nullable: true, description: 'Only what this person did.' }) actorId: string | null,
    @Arg('type', () => [AuditEventType], { nullable: true, description: 'Any of these.' })
    type: AuditEventType[] | null,
    @Args(() => ConnectionArguments) args: ConnectionArguments,
    @Ctx() { caller, services: { identity } }: Context,
  ): AuditEventConnection {
    const request = pageRequest(args, isKeyPosition);
    // An id of nobody matches nothing, as a number that no row has.
    const actorKey = actorId == null ? null : (numberOf('User', actorId) ?? 0);
    const filter = { actorKey, types: type ?? null };
    return new AuditEventConnection(
      () => identity.audit.page(caller, filter, request),
      () => identity.audit.count(caller, filter),
    );
  }

  @FieldResolver(() => Actor, { nullable: true, description: 'Who did it; null for the operator and for nobody.' })
  async actor(@Root() { actorKey, tokenKey }: AuditEvent, @Ctx() { loaders }: Context): Promise<Actor | null> {
    if (actorKey !== null) return loaders.user.load(actorKey);
    return tokenKey === null ? null : loaders.tokenMachine.load(tokenKey);
  }
}
