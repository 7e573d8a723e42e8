import { randomBytes } from 'node:crypto';

/** A file that is complete. */
export type StoredFile = {
  readonly key: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly size: number;
  readonly sha256: string;
  readonly createdAt: string;
};

/** What has files: each is of one of these. */
export type FileOwner = { readonly kind: 'ticket' | 'reply' | 'note'; readonly key: string };

export const ownerColumns = {
  ticket: 'ticket_number',
  reply: 'reply_id',
  note: 'note_id',
} satisfies Record<FileOwner['kind'], string>;

export type FileRow = Omit<StoredFile, 'createdAt'> & { readonly created_at: Date };

export const fileColumns = `key, file_name as "fileName", media_type as "mediaType", size, sha256, created_at`;

export function fileOfRow({ created_at, ...row }: FileRow): StoredFile {
  const { key, fileName, mediaType, size, sha256 } = row;
  return { key, fileName, mediaType, size, sha256, createdAt: created_at.toISOString() };
}

export function newFileKey(): string {
  return randomBytes(16).toString('base64url');
}

export function isFileKey(key: string): boolean {
  return /^[\w-]{22}$/.test(key);
}

const longestName = 200;

/** A name to save it by: no folders and nothing unseen in it, and its end kept where it is too long. */
export function plainFileName(name: string): string {
  const plain = name
    .toWellFormed()
    .replace(/[\\/]/g, '_')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '')
    .trim();
  const letters = [...plain];
  return letters.slice(-longestName).join('').trim() || 'file';
}
