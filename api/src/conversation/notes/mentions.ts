/** Whom a note calls: `@handle` of a person or a team, wherever it is not a part of a word or an address. */
import type { EntityManager } from 'typeorm';
import type { Mention } from './note.js';

const mostMentions = 50;

/** The handles in the order in which they first stand there; a dot that ends the sentence is none of the handle. */
export function handlesIn(body: string): string[] {
  const found = body.matchAll(/(?<![\w@.+-])@([a-z0-9](?:[a-z0-9._-]{0,37}[a-z0-9_])?)(?![\w@])/gi);
  return [...new Set([...found].map(([, handle = '']) => handle.toLowerCase()))].slice(0, mostMentions);
}

export type Called = { readonly mentions: readonly Mention[]; readonly unknown: string[] };

/** Who is active, and which teams, have these handles; one that a person and a team share calls both. */
export async function calledIn(manager: EntityManager, body: string): Promise<Called> {
  const handles = handlesIn(body);
  if (handles.length === 0) return { mentions: [], unknown: [] };
  const rows = await manager.query<(Mention & { handle: string })[]>(
    `select handle, id as "accountKey", null::integer as "teamKey" from account
       where handle = any($1) and activated_at is not null and deactivated_at is null
     union all
     select handle, null, id from team where handle = any($1)`,
    [handles],
  );
  const byHandle = Map.groupBy(rows, ({ handle }) => handle);
  return {
    mentions: handles.flatMap((handle) => byHandle.get(handle) ?? []),
    unknown: handles.filter((handle) => !byHandle.has(handle)),
  };
}

export async function keepMentions(
  manager: EntityManager,
  noteKey: string,
  mentions: readonly Mention[],
): Promise<void> {
  await manager.query('delete from note_mention where note_id = $1', [noteKey]);
  if (mentions.length === 0) return;
  await manager.query(
    `insert into note_mention (note_id, position, account_id, team_id)
     select $1, ordinality, account_id, team_id
     from unnest($2::integer[], $3::integer[]) with ordinality as called (account_id, team_id, ordinality)`,
    [noteKey, mentions.map(({ accountKey }) => accountKey), mentions.map(({ teamKey }) => teamKey)],
  );
}
