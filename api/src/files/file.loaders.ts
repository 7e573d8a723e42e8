import DataLoader from 'dataloader';
import type { Caller } from '../caller.js';
import type { FileService } from './file.service.js';
import type { FileOwner, StoredFile } from './stored-file.js';

/** Fresh for every request: the files of each message, those of a list together. */
export function fileLoaders(caller: Caller, files: FileService) {
  const of = (kind: FileOwner['kind']) =>
    new DataLoader<string, readonly StoredFile[]>(async (owners) => {
      const found = await files.listOf(caller, kind, owners);
      return owners.map((owner) => found.get(owner) ?? []);
    });
  return { ticketFiles: of('ticket'), replyFiles: of('reply'), noteFiles: of('note') };
}
