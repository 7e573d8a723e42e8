/** Files in the bodies of messages and notes: sent by their ids, told with an address that is good for ten minutes. */
import { InvalidInputError, NotFoundError } from '../../errors.js';
import type { StoredFile } from '../../files/stored-file.js';
import { encodeGlobalId, keyOf } from '../../relay/global-id.js';

export type FileObject = {
  readonly id: string;
  readonly file_name: string;
  readonly media_type: string;
  readonly size: number;
  readonly url: string;
};

export function fileObject({ key, fileName, mediaType, size }: StoredFile, url: string): FileObject {
  return { id: encodeGlobalId('Attachment', key), file_name: fileName, media_type: mediaType, size, url };
}

type Attachments = { readonly attachmentKeys?: readonly (string | null)[] };

/** Writes with the files that `files` names, and tells what is wrong with them under that name. @throws InvalidInputError */
export async function namedFiles<Written>(
  files: unknown,
  write: (attachments: Attachments) => Promise<Written>,
): Promise<Written> {
  if (files === undefined || files === null) return write({});
  if (!Array.isArray(files) || !files.every((id) => typeof id === 'string')) {
    throw invalid('Expected a list of ids of files.');
  }
  try {
    return await write(files.length > 0 ? { attachmentKeys: files.map((id) => keyOf('Attachment', id)) } : {});
  } catch (error) {
    if (error instanceof NotFoundError && error.inputPath[0] === 'attachmentIds') throw invalid(error.message);
    if (error instanceof InvalidInputError) {
      throw new InvalidInputError(
        error.issues.map((issue) => (issue.path[0] === 'attachmentIds' ? { ...issue, path: ['files'] } : issue)),
      );
    }
    throw error;
  }
}

const invalid = (message: string) => new InvalidInputError([{ path: ['files'], code: 'invalid', message }]);
