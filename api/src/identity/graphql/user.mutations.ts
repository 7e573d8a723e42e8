import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../context.js';
import { NotFoundError } from '../../errors.js';
import { numberOf } from '../../relay/global-id.js';
import { toUserErrors } from '../../relay/payload.js';
import { userEdge } from './connections.js';
import { CreatePasswordResetInput, InviteUserInput, UpdateUserInput, UpdateViewerInput } from './identity.inputs.js';
import {
  CreatePasswordResetPayload,
  InviteUserPayload,
  UpdateUserPayload,
  UpdateViewerPayload,
} from './identity.payloads.js';

@Resolver()
export class UserMutations {
  @Mutation(() => InviteUserPayload, {
    description: 'Invite somebody to the team. Inviting again who has not come yet renews the link.',
  })
  async inviteUser(
    @Arg('input', () => InviteUserInput, { description: 'Whom.' }) input: InviteUserInput,
    @Ctx() { caller, services: { identity } }: Context,
  ): Promise<InviteUserPayload> {
    const payload = new InviteUserPayload();
    try {
      const { user, secret } = await identity.accounts.invite(caller, input);
      const inviteUrl = `${identity.config.publicUrl}/invitation#${secret}`;
      return Object.assign(payload, { user, userEdge: userEdge(user), inviteUrl });
    } catch (error) {
      return Object.assign(payload, { userErrors: toUserErrors(error, ['email']) });
    }
  }

  @Mutation(() => UpdateUserPayload, { description: 'Change a person’s profile, role or activity.' })
  async updateUser(
    @Arg('input', () => UpdateUserInput, { description: 'Who, and the changes.' }) input: UpdateUserInput,
    @Ctx() { caller, services: { identity } }: Context,
  ): Promise<UpdateUserPayload> {
    const { id, handOverToId, ...changes } = input;
    const payload = new UpdateUserPayload();
    try {
      const heir = handOverToId == null ? null : userKey(handOverToId);
      return Object.assign(payload, { user: await identity.accounts.update(caller, userKey(id), changes, heir) });
    } catch (error) {
      return Object.assign(payload, { userErrors: toUserErrors(error, ['id']) });
    }
  }

  @Mutation(() => UpdateViewerPayload, { description: 'Change one’s own profile.' })
  async updateViewer(
    @Arg('input', () => UpdateViewerInput, { description: 'The changes.' }) input: UpdateViewerInput,
    @Ctx() { caller, services: { identity } }: Context,
  ): Promise<UpdateViewerPayload> {
    const payload = new UpdateViewerPayload();
    try {
      return Object.assign(payload, { user: await identity.accounts.updateSelf(caller, input) });
    } catch (error) {
      return Object.assign(payload, { userErrors: toUserErrors(error, []) });
    }
  }

  @Mutation(() => CreatePasswordResetPayload, { description: 'Make a link by which somebody sets a new password.' })
  async createPasswordReset(
    @Arg('input', () => CreatePasswordResetInput, { description: 'Whose.' }) input: CreatePasswordResetInput,
    @Ctx() { caller, services: { identity } }: Context,
  ): Promise<CreatePasswordResetPayload> {
    const payload = new CreatePasswordResetPayload();
    try {
      const secret = await identity.accounts.createPasswordReset(caller, userKey(input.userId));
      return Object.assign(payload, { resetUrl: `${identity.config.publicUrl}/reset#${secret}` });
    } catch (error) {
      return Object.assign(payload, { userErrors: toUserErrors(error, ['userId']) });
    }
  }
}

/** @throws NotFoundError for what is no id of a person */
function userKey(id: string): number {
  const key = numberOf('User', id);
  if (key === null) throw new NotFoundError('There is no person with this id.');
  return key;
}
