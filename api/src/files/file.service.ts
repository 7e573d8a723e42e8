/** Files on their way in and out. What is sent is nobody's until a message takes it, and forgotten after a day. */
import { createHash } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { type Caller, ownerOf } from '../caller.js';
import { sqlState } from '../database/database-error.js';
import { inTransaction } from '../database/transaction.js';
import { InvalidInputError, NoRoomError, NotFoundError } from '../errors.js';
import { filesOf } from './attached.js';
import type { ByteStore } from './byte-store.js';
import { MediaTypeReader } from './media-type.js';
import {
  type FileOwner,
  type FileRow,
  fileColumns,
  fileOfRow,
  isFileKey,
  newFileKey,
  plainFileName,
  type StoredFile,
} from './stored-file.js';
import { isBudgeted, refuseOverBudget } from './upload-budget.js';

export const mostFileBytes = 25 * 2 ** 20;

export type Sent = {
  readonly fileName: string;
  /** Null where the sender did not say. */
  readonly size: number | null;
  readonly parts: AsyncIterable<Uint8Array>;
};

/** The keys of what a caller may know of: by kind, because a note's file is as internal as the note. */
export type Known = { readonly file: StoredFile; readonly owner: FileOwner };

const diskFull = '53100';

export class FileService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly bytes: ByteStore,
  ) {}

  /** Streams it in. @throws InvalidInputError, TooManyError, NoRoomError, and whatever ends `parts` */
  async receive(caller: Caller, { fileName, size, parts }: Sent): Promise<StoredFile> {
    const key = await this.begin(caller, plainFileName(fileName), size ?? mostFileBytes);
    try {
      return await this.complete(key, parts);
    } catch (error) {
      await this.dataSource.query('delete from file where key = $1', [key]).catch(() => undefined);
      if (sqlState(error) === diskFull) throw new NoRoomError('The desk has no room for the file.', { cause: error });
      throw error;
    }
  }

  /** What a message has; null for what nothing has taken, or nothing has any more. */
  async find(_caller: Caller, key: string): Promise<Known | null> {
    if (!isFileKey(key)) return null;
    type Owned = FileRow & { ticket: string | null; reply: string | null; note: string | null };
    const [row] = await this.dataSource.query<Owned[]>(
      `select ${fileColumns}, ticket_number::text as ticket, reply_id::text as reply, note_id::text as note
       from file where key = $1 and position is not null`,
      [key],
    );
    const kind = (['ticket', 'reply', 'note'] as const).find((name) => row?.[name] != null);
    return row && kind ? { file: fileOfRow(row), owner: { kind, key: row[kind] ?? '' } } : null;
  }

  listOf(_caller: Caller, kind: FileOwner['kind'], owners: readonly string[]): Promise<Map<string, StoredFile[]>> {
    return filesOf(this.dataSource.manager, kind, owners);
  }

  /** From one byte to another, both among them. */
  read(_caller: Caller, { key }: StoredFile, from: number, to: number): AsyncGenerator<Buffer> {
    return this.bytes.read(key, from, to);
  }

  /** Forgets what no message used within a day, what broke off among it, and where callers without a name were. */
  async retain(): Promise<void> {
    await this.dataSource.query(`delete from file where position is null and created_at <= now() - interval '1 day'`);
    await this.dataSource.query(
      `update file set sent_from = null where sent_from is not null and created_at <= now() - interval '1 hour'`,
    );
  }

  private begin(caller: Caller, fileName: string, size: number): Promise<string> {
    const isBounded = isBudgeted(caller);
    const key = newFileKey();
    return inTransaction(this.dataSource, async (manager) => {
      if (isBounded) await refuseOverBudget(manager, caller, size);
      await manager.query('insert into file (key, sent_by, sent_from, file_name, size) values ($1, $2, $3, $4, $5)', [
        key,
        ownerOf(caller),
        isBounded ? caller.address : null,
        fileName,
        size,
      ]);
      return key;
    });
  }

  private async complete(key: string, parts: AsyncIterable<Uint8Array>): Promise<StoredFile> {
    const type = new MediaTypeReader();
    const hash = createHash('sha256');
    let size = 0;
    let position = 0;
    for await (const chunk of inChunks(parts, this.bytes.chunkBytes)) {
      type.read(chunk);
      hash.update(chunk);
      size += chunk.length;
      await this.bytes.write(key, position++, chunk);
    }
    if (size === 0) {
      throw new InvalidInputError([{ path: ['file'], code: 'required', message: 'The file is empty.' }]);
    }
    const [rows] = await this.dataSource.query<[FileRow[], number]>(
      `update file set size = $2, media_type = $3, sha256 = $4, completed_at = now() where key = $1
       returning ${fileColumns}`,
      [key, size, await type.mediaType(), hash.digest('hex')],
    );
    if (!rows[0]) throw new NotFoundError('The upload took too long.', ['id']);
    return fileOfRow(rows[0]);
  }
}

/** However the parts come, chunks of one size; the last one has what is left. */
async function* inChunks(parts: AsyncIterable<Uint8Array>, size: number): AsyncGenerator<Buffer> {
  const chunk = Buffer.alloc(size);
  let filled = 0;
  for await (const part of parts) {
    for (let taken = 0; taken < part.length; ) {
      const more = part.subarray(taken, taken + size - filled);
      chunk.set(more, filled);
      filled += more.length;
      taken += more.length;
      if (filled < size) continue;
      yield Buffer.from(chunk);
      filled = 0;
    }
  }
  if (filled > 0) yield Buffer.from(chunk.subarray(0, filled));
}
