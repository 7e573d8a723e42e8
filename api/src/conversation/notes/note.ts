import { createUnionType, Field, ObjectType } from 'type-graphql';
import { LongTexts, shortText } from '../../database/reads/long-texts.js';
import { DateTime } from '../../graphql/date-time.js';
import { User } from '../../identity/accounts/user.js';
import { Node } from '../../relay/node.js';
import { Team } from '../../teams/team.js';
import { TimelineItem } from '../../trail/timeline-item.js';

/** Who a note calls: a person or a team. */
export type Mention = { readonly accountKey: number | null; readonly teamKey: number | null };

export const Mentionable = createUnionType({
  name: 'Mentionable',
  description: 'Whom a note can call.',
  types: () => [User, Team] as const,
  resolveType: (value) => (value instanceof User ? User : Team),
});

@ObjectType({ description: 'How a note was worded before.' })
export class NoteWording {
  @Field(() => String, { description: 'The words.' })
  body!: string;

  @Field(() => DateTime, { description: 'Until when the note had them.' })
  until!: string;
}

@ObjectType({
  implements: [Node, TimelineItem],
  description: 'Words for the team alone. They cannot become public; copy what should be said into a reply.',
})
export class InternalNote extends TimelineItem {
  key!: string;

  accountKey!: number | null;
  tokenKey!: number | null;
  actorKind!: string | null;
  mentioned!: Mention[];

  @Field(() => String, { description: 'Markdown, as it was written.' })
  body!: string;

  @Field(() => DateTime, { nullable: true, description: 'When it was last worded anew; null where it never was.' })
  editedAt!: string | null;

  @Field(() => [NoteWording], { description: 'How it was worded before, earliest first.' })
  earlierWordings!: NoteWording[];

  override get nodeKey(): string {
    return this.key;
  }
}

export type NoteRow = Omit<InternalNote, 'id' | 'nodeKey' | 'by' | 'earlierWordings'> & {
  readonly earlierWordings: readonly { body: string; until: string }[];
};

const iso = (column: string) => `to_char(${column} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** Of the table `note`. */
/** Without long bodies, see `noteTexts`. */
export const noteColumns = `note.id::text as key, note.ticket_number as "ticketNumber", ${shortText('note.body')} as body,
  note.account_id as "accountKey", note.token_id as "tokenKey", note.actor_kind as "actorKind",
  ${iso('note.created_at')} as "createdAt", ${iso('note.edited_at')} as "editedAt",
  coalesce((select jsonb_agg(jsonb_build_object('body', body, 'until', ${iso('until')}) order by id)
    from note_wording where note_id = note.id), '[]') as "earlierWordings",
  coalesce((select jsonb_agg(jsonb_build_object('accountKey', account_id, 'teamKey', team_id) order by position)
    from note_mention where note_id = note.id), '[]') as mentioned`;

export function noteOfRow(row: NoteRow): InternalNote {
  const earlierWordings = row.earlierWordings.map((wording) => Object.assign(new NoteWording(), wording));
  return Object.assign(new InternalNote(), row, { earlierWordings });
}

/** Reads the long bodies that lists leave out. */
export const noteTexts = new LongTexts<InternalNote>({
  table: 'note',
  column: 'body',
  keyColumn: 'id',
  keyOf: ({ key }) => Number(key),
  textOf: ({ body }) => body,
  setText(note, text) {
    note.body = text as string;
  },
});
