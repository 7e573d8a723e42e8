/** Files and what they belong to. Each runs within the transaction that writes the message. */
import type { EntityManager } from 'typeorm';
import { type Caller, ownerOf } from '../caller.js';
import { InvalidInputError, NotFoundError } from '../errors.js';
import { type FileOwner, type FileRow, fileColumns, fileOfRow, ownerColumns, type StoredFile } from './stored-file.js';

/** What people attach; a mail may bring more. */
export const mostFiles = 10;
const mostFilesOfMail = 50;

/** In the order given. Only unused files of this caller. @throws InvalidInputError, NotFoundError */
export async function attachFiles(
  manager: EntityManager,
  caller: Caller,
  keys: readonly (string | null)[],
  { kind, key: owner }: FileOwner,
): Promise<void> {
  if (keys.length === 0) return;
  const most = caller.door === 'mail' ? mostFilesOfMail : mostFiles;
  if (keys.length > most) {
    const message = `A message has at most ${most} files.`;
    throw new InvalidInputError([{ path: ['attachmentIds'], code: 'too_long', message }]);
  }
  const wanted = [...new Set(keys)];
  const attached = await manager.query<[unknown[], number]>(
    `update file set ${ownerColumns[kind]} = $1, position = array_position($2::text[], key)
     where key = any($2::text[]) and sent_by = $3 and position is null and completed_at is not null`,
    [owner, wanted, ownerOf(caller)],
  );
  if (attached[1] !== wanted.length) {
    throw new NotFoundError('There is no unused file of yours with this id.', ['attachmentIds']);
  }
}

/** What was taken back may be sent again, and so may its files. */
export async function releaseFiles(manager: EntityManager, { kind, key }: FileOwner): Promise<void> {
  const column = ownerColumns[kind];
  await manager.query(`update file set ${column} = null, position = null, created_at = now() where ${column} = $1`, [
    key,
  ]);
}

/** What is forgotten is gone with its bytes. */
export async function dropFiles(
  manager: EntityManager,
  kind: FileOwner['kind'],
  owners: readonly string[],
): Promise<void> {
  await manager.query(`delete from file where ${ownerColumns[kind]}::text = any($1::text[])`, [owners]);
}

/** By owner, each in the order of the message. */
export async function filesOf(
  manager: EntityManager,
  kind: FileOwner['kind'],
  owners: readonly string[],
): Promise<Map<string, StoredFile[]>> {
  const column = ownerColumns[kind];
  const rows = await manager.query<(FileRow & { owner: string })[]>(
    `select ${fileColumns}, ${column}::text as owner from file where ${column} = any($1::bigint[]) order by position`,
    [owners],
  );
  const byOwner = Map.groupBy(rows, ({ owner }) => owner);
  return new Map([...byOwner].map(([owner, found]) => [owner, found.map(fileOfRow)]));
}
