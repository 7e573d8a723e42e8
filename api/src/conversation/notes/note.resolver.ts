import { Arg, Ctx, Field, FieldResolver, ID, InputType, Mutation, ObjectType, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.js';
import { NotFoundError } from '../../errors.js';
import { Actor } from '../../identity/accounts/user.js';
import { edgeOf } from '../../relay/connection.js';
import { keyOf, numberOf } from '../../relay/global-id.js';
import { answer, Payload } from '../../relay/payload.js';
import { unknownTicket } from '../../tickets/graphql/ticket.payloads.js';
import { authorOf, isAuthor } from '../authors.js';
import { keyIn } from '../message-ids.js';
import { TimelineEdge } from '../timeline/timeline.js';
import { InternalNote, Mentionable } from './note.js';

@InputType({ description: 'A note to be.' })
export class AddNoteInput {
  @Field(() => ID, { description: 'On which ticket.' })
  ticketId!: string;

  @Field(() => String, { description: 'Markdown, 1–100,000 characters, trimmed. @handle calls a person or a team.' })
  body!: string;

  @Field(() => [ID], {
    nullable: true,
    description:
      'Files that the caller sent to /api/files/ and no message has yet, at most 10. They are as internal as the note.',
  })
  attachmentIds?: string[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'Your name for this request, 1–255 characters. For 24 hours the same key and input add nothing twice.',
  })
  idempotencyKey?: string | null;
}

@InputType({ description: 'A note worded anew.' })
export class UpdateNoteInput {
  @Field(() => ID, { description: 'Which note.' })
  id!: string;

  @Field(() => String, { description: 'The words as they are to be, 1–100,000 characters, trimmed.' })
  body!: string;
}

@ObjectType({ description: 'The note that was added.' })
export class AddNotePayload extends Payload {
  @Field(() => InternalNote, { nullable: true, description: 'The note; null where it failed.' })
  note?: InternalNote;

  @Field(() => TimelineEdge, { nullable: true, description: 'Its edge in the timeline.' })
  timelineEdge?: TimelineEdge;

  @Field(() => [String], { description: 'Handles in it that nobody has, without the @.' })
  unknownMentions: string[] = [];
}

@ObjectType({ description: 'The note after the change.' })
export class UpdateNotePayload extends Payload {
  @Field(() => InternalNote, { nullable: true, description: 'The note as it is now; null where it failed.' })
  note?: InternalNote;

  @Field(() => [String], { description: 'Handles in it that nobody has, without the @.' })
  unknownMentions: string[] = [];
}

@Resolver(() => InternalNote)
export class NoteResolver {
  @FieldResolver(() => Actor, { nullable: true, description: 'Who wrote it; null for the team without a name.' })
  by(@Root() note: InternalNote, @Ctx() { loaders }: Context): Promise<Actor | null> {
    return authorOf(note, loaders);
  }

  @FieldResolver(() => [Mentionable], { description: 'Whom it calls, in the order of the words.' })
  async mentions(@Root() { mentioned }: InternalNote, @Ctx() { loaders }: Context): Promise<object[]> {
    const called = await Promise.all(
      mentioned.map(({ accountKey, teamKey }) =>
        accountKey === null ? loaders.team.load(teamKey ?? 0) : loaders.user.load(accountKey),
      ),
    );
    return called.filter((one) => one !== null);
  }

  @FieldResolver(() => Boolean, { description: 'Whether the caller may word it anew: its author alone.' })
  viewerCanEdit(@Root() note: InternalNote, @Ctx() { caller }: Context): boolean {
    return isAuthor(caller, note);
  }

  @Mutation(() => AddNotePayload, { description: 'Say something to the team. @handle calls people and teams.' })
  addNote(
    @Arg('input', () => AddNoteInput, { description: 'On which ticket, and the words.' })
    { ticketId, attachmentIds, ...input }: AddNoteInput,
    @Ctx() { caller, services: { notes, timeline } }: Context,
  ): Promise<AddNotePayload> {
    return answer(new AddNotePayload(), async () => {
      const number = numberOf('Ticket', ticketId);
      if (number === null) throw unknownTicket(['ticketId']);
      const { note, unknownMentions } = await notes.add(caller, number, {
        ...input,
        attachmentKeys: (attachmentIds ?? []).map((key) => keyOf('Attachment', key)),
      });
      return { note, unknownMentions, timelineEdge: edgeOf(note, await timeline.positionOf(caller, note)) };
    });
  }

  @Mutation(() => UpdateNotePayload, { description: 'Word a note anew; the wording before stays readable.' })
  updateNote(
    @Arg('input', () => UpdateNoteInput, { description: 'Which, and the words.' }) { id, body }: UpdateNoteInput,
    @Ctx() { caller, services: { notes } }: Context,
  ): Promise<UpdateNotePayload> {
    return answer(new UpdateNotePayload(), async () => {
      const key = keyIn('InternalNote', id);
      if (key === null) throw new NotFoundError('There is no note with this id.', ['id']);
      return notes.update(caller, key, body);
    });
  }
}
