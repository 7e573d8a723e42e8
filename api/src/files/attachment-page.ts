import { type Page, type PageRequest, type Position, readPage } from '../database/keyset.js';
import { type ConnectionArguments, pageRequest } from '../relay/connection.js';
import { Attachment, AttachmentConnection } from './attachment.js';
import type { StoredFile } from './stored-file.js';

const isPlace = ({ sort }: Position) => sort === null;

/** A message has few files, so that all of them are read, together with those of the other messages of a list. */
export function attachmentsOf(
  load: () => Promise<readonly StoredFile[]>,
  args: ConnectionArguments,
): AttachmentConnection {
  const request = pageRequest(args, isPlace);
  return new AttachmentConnection(
    async () =>
      pageOf(
        (await load()).map((file) => new Attachment(file)),
        request,
      ),
    async () => (await load()).length,
  );
}

function pageOf(all: readonly Attachment[], request: PageRequest): Promise<Page<Attachment>> {
  const positionOf = (item: Attachment) => ({ sort: null, number: all.indexOf(item) + 1 });
  return readPage(
    {
      positionOf,
      async rows({ after, before, reverse, limit }) {
        const between = all.slice(after?.number ?? 0, before === null ? all.length : Math.max(0, before.number - 1));
        return (reverse ? between.toReversed() : between).slice(0, limit);
      },
    },
    request,
  );
}
