import {
  Arg,
  Args,
  Ctx,
  Field,
  FieldResolver,
  ID,
  InputType,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import type { Context } from '../../context.js';
import type { Position } from '../../database/keyset.js';
import { NotFoundError } from '../../errors.js';
import { User } from '../../identity/accounts/user.js';
import { ConnectionArguments, connectionType, edgeOf, edgeType, pageRequest } from '../../relay/connection.js';
import { encodeGlobalId, numberOf } from '../../relay/global-id.js';
import { answer, Payload } from '../../relay/payload.js';
import { Team } from '../../teams/team.js';
import { TicketStatus } from '../../tickets/fields/ticket-values.js';
import { ViewSharing } from '../../views/saved-view.js';
import { CannedReply, RenderedReply } from './canned-reply.js';
import { cannedReplyPosition } from './canned-reply.service.js';
import { fill } from './placeholders.js';

const CannedReplyEdge = edgeType(CannedReply);
type CannedReplyEdge = InstanceType<typeof CannedReplyEdge>;
const CannedReplyConnection = connectionType(CannedReply, CannedReplyEdge);
type CannedReplyConnection = InstanceType<typeof CannedReplyConnection>;

const isKeyPosition = ({ sort }: Position) => sort === null;

@InputType({ description: 'A ready-made answer, to be made or changed.' })
export class SaveCannedReplyInput {
  @Field(() => ID, { nullable: true, description: 'The one to change; left out, a new one is made.' })
  id?: string | null;

  @Field(() => String, { description: 'What it is called, 1–100 characters.' })
  name!: string;

  @Field(() => String, {
    description: 'The words, 1–100,000 characters, with {{requester.name}}, {{ticket.number}} and {{viewer.name}}.',
  })
  body!: string;

  @Field(() => ViewSharing, {
    nullable: true,
    description: 'Who has it. TEAM and EVERYBODY need an administrator. Left out: ME, or as it is.',
  })
  sharedWith?: ViewSharing | null;

  @Field(() => ID, { nullable: true, description: 'The team, where it is shared with one.' })
  teamId?: string | null;

  @Field(() => TicketStatus, { nullable: true, description: 'The status that comes with it. Left out: none.' })
  thenStatus?: TicketStatus | null;
}

@InputType({ description: 'Which ready-made answer is to be gone.' })
export class DeleteCannedReplyInput {
  @Field(() => ID, { description: 'The ready-made answer.' })
  id!: string;
}

@ObjectType({ description: 'The ready-made answer after the change.' })
export class SaveCannedReplyPayload extends Payload {
  @Field(() => CannedReply, { nullable: true, description: 'The answer as it is now; null where it failed.' })
  cannedReply?: CannedReply;

  @Field(() => CannedReplyEdge, { nullable: true, description: 'Its edge in a list of ready-made answers.' })
  cannedReplyEdge?: CannedReplyEdge;
}

@ObjectType({ description: 'The ready-made answer that is gone.' })
export class DeleteCannedReplyPayload extends Payload {
  @Field(() => ID, { nullable: true, description: 'Take this id out of every list.' })
  deletedCannedReplyId?: string;
}

@Resolver(() => CannedReply)
export class CannedReplyResolver {
  @Query(() => CannedReplyConnection, { description: 'Ready-made answers that the caller has, by name.' })
  cannedReplies(
    @Arg('search', () => String, { nullable: true, description: 'A part of the name or the words, in any case.' })
    search: string | null,
    @Args(() => ConnectionArguments) args: ConnectionArguments,
    @Ctx() { caller, services: { cannedReplies } }: Context,
  ): CannedReplyConnection {
    const request = pageRequest(args, isKeyPosition);
    return new CannedReplyConnection(
      () => cannedReplies.page(caller, search ?? null, request),
      () => cannedReplies.count(caller, search ?? null),
    );
  }

  @FieldResolver(() => User, { nullable: true, description: 'Who made it; null on a desk without accounts.' })
  async owner(@Root() { ownerKey }: CannedReply, @Ctx() { loaders }: Context): Promise<User | null> {
    return ownerKey === null ? null : loaders.user.load(ownerKey);
  }

  @FieldResolver(() => Team, {
    nullable: true,
    description: 'The team that it is shared with; null where it is with none.',
  })
  async team(@Root() { teamKey }: CannedReply, @Ctx() { loaders }: Context): Promise<Team | null> {
    return teamKey === null ? null : loaders.team.load(teamKey);
  }

  @FieldResolver(() => Boolean, { description: 'Whether the caller may change and delete it.' })
  viewerCanEdit(@Root() canned: CannedReply, @Ctx() { caller, services: { cannedReplies } }: Context): boolean {
    return cannedReplies.mayEdit(caller, canned);
  }

  @FieldResolver(() => RenderedReply, {
    nullable: true,
    description: 'Filled in for a ticket; null where there is no such ticket.',
  })
  async render(
    @Root() { body }: CannedReply,
    @Arg('ticketId', () => ID, { description: 'The ticket.' }) ticketId: string,
    @Ctx() { caller, loaders }: Context,
  ): Promise<RenderedReply | null> {
    const number = numberOf('Ticket', ticketId);
    const ticket = number === null ? null : await loaders.ticket.load(number);
    if (!ticket) return null;
    const requester = ticket.requesterKey === null ? null : await loaders.requester.load(ticket.requesterKey);
    const viewer = caller.accountId == null ? null : await loaders.user.load(caller.accountId);
    const filled = fill(body, {
      'requester.name': requester?.name ?? null,
      'ticket.number': String(ticket.number),
      'viewer.name': viewer?.displayName ?? null,
    });
    return Object.assign(new RenderedReply(), filled);
  }

  @Mutation(() => SaveCannedReplyPayload, { description: 'Make or change a ready-made answer.' })
  saveCannedReply(
    @Arg('input', () => SaveCannedReplyInput, { description: 'The answer.' }) input: SaveCannedReplyInput,
    @Ctx() { caller, services: { cannedReplies } }: Context,
  ): Promise<SaveCannedReplyPayload> {
    const { id, teamId, name, body, sharedWith = null, thenStatus = null } = input;
    return answer(new SaveCannedReplyPayload(), async () => {
      const teamKey = teamId == null ? null : (numberOf('Team', teamId) ?? 0);
      const wanted = { name, body, sharedWith, thenStatus, teamKey };
      const cannedReply = await cannedReplies.save(caller, id == null ? null : keyIn(id), wanted);
      return { cannedReply, cannedReplyEdge: edgeOf(cannedReply, cannedReplyPosition(cannedReply)) };
    });
  }

  @Mutation(() => DeleteCannedReplyPayload, { description: 'Remove a ready-made answer for everybody who has it.' })
  deleteCannedReply(
    @Arg('input', () => DeleteCannedReplyInput, { description: 'Which.' }) { id }: DeleteCannedReplyInput,
    @Ctx() { caller, services: { cannedReplies } }: Context,
  ): Promise<DeleteCannedReplyPayload> {
    return answer(new DeleteCannedReplyPayload(), async () => {
      const key = keyIn(id);
      await cannedReplies.delete(caller, key);
      return { deletedCannedReplyId: encodeGlobalId('CannedReply', key) };
    });
  }
}

/** @throws NotFoundError for what is no id of a ready-made answer */
function keyIn(id: string): number {
  const key = numberOf('CannedReply', id);
  if (key === null) throw new NotFoundError('There is no ready-made answer with this id.', ['id']);
  return key;
}
