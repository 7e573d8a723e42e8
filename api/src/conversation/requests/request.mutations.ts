import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../context.js';
import { NotFoundError } from '../../errors.js';
import { edgeOf } from '../../relay/connection.js';
import { keyOf, numberOf } from '../../relay/global-id.js';
import { answer } from '../../relay/payload.js';
import { AddRequestMessageInput, ResolveRequestInput, RotateRequestLinkInput } from './request.inputs.js';
import { Request } from './request.js';
import { AddRequestMessagePayload, ResolveRequestPayload, RotateRequestLinkPayload } from './request.payloads.js';

@Resolver(() => Request)
export class RequestMutations {
  @Mutation(() => AddRequestMessagePayload, {
    description:
      'Answer from the requester’s page. It opens again what was finished lately; after 14 days it begins a new request.',
  })
  addRequestMessage(
    @Arg('input', () => AddRequestMessageInput, { description: 'The answer.' }) input: AddRequestMessageInput,
    @Ctx() { caller, services }: Context,
  ): Promise<AddRequestMessagePayload> {
    const { body, fileIds, idempotencyKey = null } = input;
    return answer(new AddRequestMessagePayload(), async () => {
      const fileKeys = (fileIds ?? []).map((id) => keyOf('Attachment', id));
      const { request, message, requestUrl } = await services.requests.answer(caller, {
        body,
        fileKeys,
        idempotencyKey,
      });
      const messageEdge = message && edgeOf(message, { sort: null, number: message.place });
      return { request, messageEdge, requestUrl };
    });
  }

  @Mutation(() => ResolveRequestPayload, { description: 'Mark the request as solved from the requester’s page.' })
  resolveRequest(
    @Arg('input', () => ResolveRequestInput, { description: 'What goes with it.' }) input: ResolveRequestInput,
    @Ctx() { caller, services }: Context,
  ): Promise<ResolveRequestPayload> {
    return answer(new ResolveRequestPayload(), async () => ({
      request: await services.requests.resolve(caller, input.comment ?? null),
    }));
  }

  @Mutation(() => RotateRequestLinkPayload, {
    description:
      'End the link to a requester’s page and make another one. It is sent to the requester; pass it on where no mail reaches them.',
  })
  rotateRequestLink(
    @Arg('input', () => RotateRequestLinkInput, { description: 'Of which ticket.' }) input: RotateRequestLinkInput,
    @Ctx() { caller, services, loaders }: Context,
  ): Promise<RotateRequestLinkPayload> {
    return answer(new RotateRequestLinkPayload(), async () => {
      const number = numberOf('Ticket', input.ticketId);
      const ticket = number === null ? null : await loaders.ticket.load(number);
      if (!ticket) throw new NotFoundError('There is no ticket with this id.', ['ticketId']);
      const { url, sentTo } = await services.requestLinks.rotate(caller, ticket.number);
      return { ticket, requestUrl: url, sentTo };
    });
  }
}
