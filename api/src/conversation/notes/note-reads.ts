import type { DataSource, EntityManager } from 'typeorm';
import type { Caller } from '../../caller.js';
import { type KeysetBounds, type Page, type PageRequest, readPage } from '../../database/keyset.js';
import { type InternalNote, type NoteRow, noteColumns, noteOfRow, noteTexts } from './note.js';

type Database = DataSource | EntityManager;

export async function notesByKey(
  caller: Caller,
  database: Database,
  keys: readonly string[],
): Promise<Map<string, InternalNote>> {
  if (keys.length === 0) return new Map();
  const rows = await database.query<NoteRow[]>(`select ${noteColumns} from note where note.id = any($1::bigint[])`, [
    keys,
  ]);
  const notes = rows.map(noteOfRow);
  await noteTexts.complete(caller, database, notes);
  return new Map(notes.flatMap((note) => (noteTexts.isMissing(note) ? [] : [[note.key, note]])));
}

const positionOf = ({ key }: InternalNote) => ({ sort: null, number: Number(key) });

/** What the team wrote for itself on one ticket, oldest first; long bodies are still missing. */
export function notePage(database: Database, ticketNumber: number, request: PageRequest): Promise<Page<InternalNote>> {
  const rows = async ({ after, before, reverse, limit }: KeysetBounds) => {
    const order = reverse ? 'desc' : 'asc';
    const found = await database.query<NoteRow[]>(
      `select ${noteColumns} from conversation_tickets($1) as member (number) cross join lateral (
         select * from note where ticket_number = member.number
           and note.id > coalesce($2::bigint, 0) and note.id < coalesce($3::bigint, 9223372036854775807)
         order by note.id ${order} limit $4) as note
       order by note.id ${order} limit $4`,
      [ticketNumber, after?.number ?? null, before?.number ?? null, limit],
    );
    return found.map(noteOfRow);
  };
  return readPage({ rows, positionOf }, request);
}
