import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../context.js';
import { NotFoundError } from '../../errors.js';
import { edgeOf } from '../../relay/connection.js';
import { decodeGlobalId, keyOf, numberOf } from '../../relay/global-id.js';
import { answer, userErrorCodes } from '../../relay/payload.js';
import { unknownTicket } from '../../tickets/graphql/ticket.payloads.js';
import { isKey, keyIn } from '../message-ids.js';
import { AddReplyInput, CancelReplyInput } from './reply.inputs.js';
import { PublicReply } from './reply.js';
import { AddReplyPayload, CancelReplyPayload } from './reply.payloads.js';
import { type Seen, unknownItem } from './stale-guard.js';

@Resolver(() => PublicReply)
export class ReplyMutations {
  @Mutation(() => AddReplyPayload, { description: 'Say something to the requester.' })
  addReply(
    @Arg('input', () => AddReplyInput, { description: 'On which ticket, and the words.' })
    { ticketId, lastSeenItemId, cannedReplyId, attachmentIds, toIncident, ...input }: AddReplyInput,
    @Ctx() { caller, loaders, services: { replies, timeline } }: Context,
  ): Promise<AddReplyPayload> {
    return answer(new AddReplyPayload(), async () => {
      const number = numberOf('Ticket', ticketId);
      if (number === null) throw unknownTicket(['ticketId']);
      const given = {
        ...input,
        lastSeen: lastSeenItemId == null ? null : seen(lastSeenItemId),
        ...(attachmentIds?.length ? { attachmentKeys: attachmentIds.map((id) => keyOf('Attachment', id)) } : {}),
        cannedReplyKey: cannedReplyId == null ? null : numberOf('CannedReply', cannedReplyId),
      };
      const { warnings, ...said } = toIncident
        ? await replies.addToIncident(caller, number, given)
        : { ...(await replies.add(caller, number, given)), warnings: [] };
      loaders.ticket.clearAll();
      return {
        ...said,
        timelineEdge: edgeOf(said.reply, await timeline.positionOf(caller, said.reply)),
        warnings: warnings.map((warning) => ({ ...warning, code: userErrorCodes[warning.code] })),
      };
    });
  }

  @Mutation(() => CancelReplyPayload, { description: 'Take a reply back that has not left.' })
  cancelReply(
    @Arg('input', () => CancelReplyInput, { description: 'Which.' }) { id }: CancelReplyInput,
    @Ctx() { caller, services: { replies } }: Context,
  ): Promise<CancelReplyPayload> {
    return answer(new CancelReplyPayload(), async () => {
      const key = keyIn('PublicReply', id);
      if (key === null) throw new NotFoundError('There is no reply with this id.', ['id']);
      return { ticket: await replies.takeBack(caller, key), canceledReplyId: id };
    });
  }
}

const types = ['PublicReply', 'InternalNote', 'TicketEvent'] as const;

/** @throws InvalidInputError for what is no id of an entry */
function seen(id: string): Seen {
  const known = decodeGlobalId(id);
  const type = types.find((name) => name === known?.type);
  if (!known || !type || !isKey(known.key)) throw unknownItem();
  return { type, key: known.key };
}
