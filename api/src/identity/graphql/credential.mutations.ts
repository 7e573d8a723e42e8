import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../context.js';
import { NotFoundError } from '../../errors.js';
import { numberOf } from '../../relay/global-id.js';
import { answer, filled } from '../../relay/payload.js';
import { tokenEdge } from './connections.js';
import { CreateApiTokenInput, RevokeApiTokenInput, RevokeSessionsInput } from './identity.inputs.js';
import { CreateApiTokenPayload, RevokeApiTokenPayload, RevokeSessionsPayload } from './identity.payloads.js';
import { viewerOf } from './viewer-of-caller.js';

@Resolver()
export class CredentialMutations {
  @Mutation(() => CreateApiTokenPayload, { description: 'Make a key for a program; the payload tells it, once.' })
  async createApiToken(
    @Arg('input', () => CreateApiTokenInput, { description: 'What it is for, and what it may do.' })
    input: CreateApiTokenInput,
    @Ctx() { caller, services: { identity } }: Context,
  ): Promise<CreateApiTokenPayload> {
    return answer(new CreateApiTokenPayload(), async () => {
      const { apiToken, secret } = await identity.tokens.create(caller, input);
      return { apiToken, apiTokenEdge: tokenEdge(apiToken), secret };
    });
  }

  @Mutation(() => RevokeApiTokenPayload, { description: 'Let a token work no more.' })
  async revokeApiToken(
    @Arg('input', () => RevokeApiTokenInput, { description: 'Which.' }) input: RevokeApiTokenInput,
    @Ctx() { caller, services: { identity } }: Context,
  ): Promise<RevokeApiTokenPayload> {
    return answer(new RevokeApiTokenPayload(), async () => {
      const key = numberOf('ApiToken', input.id);
      if (key === null) throw new NotFoundError('There is no such token.', ['id']);
      return { apiToken: await identity.tokens.revoke(caller, key) };
    });
  }

  @Mutation(() => RevokeSessionsPayload, { description: 'End sessions: some, or all but the current one.' })
  async revokeSessions(
    @Arg('input', () => RevokeSessionsInput, { description: 'Which.' }) input: RevokeSessionsInput,
    @Ctx() { caller, services: { identity } }: Context,
  ): Promise<RevokeSessionsPayload> {
    const { ids, allOthers, userId } = input;
    const viewer = await viewerOf(caller, identity);
    return answer(filled(new RevokeSessionsPayload(), { viewer }), async () => {
      const accountId = userId == null ? null : (numberOf('User', userId) ?? 0);
      await identity.sessions.end(caller, { ids, allOthers, accountId });
      return {};
    });
  }
}
