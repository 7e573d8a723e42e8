import { Arg, Args, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import type { Context } from '../context.js';
import type { Position } from '../database/keyset.js';
import { NotFoundError } from '../errors.js';
import { ConnectionArguments, pageRequest } from '../relay/connection.js';
import { encodeGlobalId, numberOf } from '../relay/global-id.js';
import { answer } from '../relay/payload.js';
import { EraseRequesterInput, UpdateRequesterInput } from './requester.inputs.js';
import { Requester } from './requester.js';
import { EraseRequesterPayload, RequesterConnection, UpdateRequesterPayload } from './requester.payloads.js';

const isKeyPosition = ({ sort }: Position) => sort === null;

@Resolver(() => Requester)
export class RequesterResolver {
  @Query(() => RequesterConnection, { description: 'The people who ask, latest first.' })
  requesters(
    @Arg('search', () => String, { nullable: true, description: 'A part of a name or an address, in any case.' })
    search: string | null,
    @Args(() => ConnectionArguments) args: ConnectionArguments,
    @Ctx() { caller, services: { requesters } }: Context,
  ): RequesterConnection {
    const request = pageRequest(args, isKeyPosition);
    return new RequesterConnection(
      () => requesters.page(caller, search ?? null, request),
      () => requesters.count(caller, search ?? null),
    );
  }

  @Mutation(() => UpdateRequesterPayload, { description: 'Change what the desk knows of somebody who asks.' })
  updateRequester(
    @Arg('input', () => UpdateRequesterInput, { description: 'Who, and the changes.' })
    { id, ...changes }: UpdateRequesterInput,
    @Ctx() { caller, services: { requesters } }: Context,
  ): Promise<UpdateRequesterPayload> {
    return answer(new UpdateRequesterPayload(), async () => ({
      requester: await requesters.update(caller, keyIn(id), changes),
    }));
  }

  @Mutation(() => EraseRequesterPayload, {
    description: 'Forget a person, by law: address, name and words. Numbers and times stay. Cannot be undone.',
  })
  eraseRequester(
    @Arg('input', () => EraseRequesterInput, { description: 'Who.' }) { id }: EraseRequesterInput,
    @Ctx() { caller, services: { requesters } }: Context,
  ): Promise<EraseRequesterPayload> {
    return answer(new EraseRequesterPayload(), async () => {
      const key = keyIn(id);
      await requesters.erase(caller, key);
      return { erasedRequesterId: encodeGlobalId('Requester', key) };
    });
  }
}

/** @throws NotFoundError for what is no id of a requester */
function keyIn(id: string): number {
  const key = numberOf('Requester', id);
  if (key === null) throw new NotFoundError('There is no requester with this id.', ['id']);
  return key;
}
