/** Where the bytes of files are. A bucket elsewhere can stand behind this too. */
import type { DataSource } from 'typeorm';

export interface ByteStore {
  /** How many bytes a chunk has; the last one of a file may have fewer. */
  readonly chunkBytes: number;
  write(fileKey: string, position: number, bytes: Buffer): Promise<void>;
  /** From one byte to another, both among them. */
  read(fileKey: string, from: number, to: number): AsyncGenerator<Buffer>;
}

/** In the database, so that one command backs up all. Each chunk is a statement of its own: no connection waits for a client. */
export class DatabaseBytes implements ByteStore {
  readonly chunkBytes = 262_144;

  constructor(private readonly dataSource: DataSource) {}

  async write(fileKey: string, position: number, bytes: Buffer): Promise<void> {
    await this.dataSource.query('insert into file_chunk (file_key, position, bytes) values ($1, $2, $3)', [
      fileKey,
      position,
      bytes,
    ]);
  }

  async *read(fileKey: string, from: number, to: number): AsyncGenerator<Buffer> {
    for (let position = Math.floor(from / this.chunkBytes); position * this.chunkBytes <= to; position++) {
      const [row] = await this.dataSource.query<{ bytes: Buffer }[]>(
        'select bytes from file_chunk where file_key = $1 and position = $2',
        [fileKey, position],
      );
      if (!row) throw new Error('A part of the file is gone.');
      const start = position * this.chunkBytes;
      yield row.bytes.subarray(Math.max(0, from - start), to - start + 1);
    }
  }
}
