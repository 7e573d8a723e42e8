import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../context.js';
import { NotFoundError } from '../../errors.js';
import { numberOf } from '../../relay/global-id.js';
import { answer } from '../../relay/payload.js';
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
  inviteUser(
    @Arg('input', () => InviteUserInput, { description: 'Whom.' }) input: InviteUserInput,
    @Ctx() { caller, services: { identity } }: Context,
  ): Promise<InviteUserPayload> {
    return answer(new InviteUserPayload(), async () => {
      const { user, secret } = await identity.accounts.invite(caller, input);
      const inviteUrl = secret === null ? null : `${identity.config.publicUrl}/invitation#${secret}`;
      return { user, userEdge: userEdge(user), inviteUrl };
    });
  }

  @Mutation(() => UpdateUserPayload, { description: 'Change a person’s profile, role or activity.' })
  updateUser(
    @Arg('input', () => UpdateUserInput, { description: 'Who, and the changes.' }) input: UpdateUserInput,
    @Ctx() { caller, services: { identity } }: Context,
  ): Promise<UpdateUserPayload> {
    const { id, handOverToId, ...changes } = input;
    return answer(new UpdateUserPayload(), async () => {
      const heir = handOverToId == null ? null : userKey(handOverToId, 'handOverToId');
      return { user: await identity.accounts.update(caller, userKey(id), changes, heir) };
    });
  }

  @Mutation(() => UpdateViewerPayload, { description: 'Change one’s own profile.' })
  updateViewer(
    @Arg('input', () => UpdateViewerInput, { description: 'The changes.' }) input: UpdateViewerInput,
    @Ctx() { caller, services: { identity } }: Context,
  ): Promise<UpdateViewerPayload> {
    return answer(new UpdateViewerPayload(), async () => {
      return { user: await identity.accounts.updateSelf(caller, input) };
    });
  }

  @Mutation(() => CreatePasswordResetPayload, { description: 'Make a link by which somebody sets a new password.' })
  createPasswordReset(
    @Arg('input', () => CreatePasswordResetInput, { description: 'Whose.' }) input: CreatePasswordResetInput,
    @Ctx() { caller, services: { identity } }: Context,
  ): Promise<CreatePasswordResetPayload> {
    return answer(new CreatePasswordResetPayload(), async () => {
      const secret = await identity.accounts.createPasswordReset(caller, userKey(input.userId, 'userId'));
      return { resetUrl: secret === null ? null : `${identity.config.publicUrl}/reset#${secret}` };
    });
  }
}

/** @throws NotFoundError for what is no id of a person */
function userKey(id: string, path = 'id'): number {
  const key = numberOf('User', id);
  if (key === null) throw new NotFoundError('There is no person with this id.', [path]);
  return key;
}
