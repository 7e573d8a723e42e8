import type { EntityManager } from 'typeorm';
import { dropFiles } from '../../files/attached.js';
import { forgotten } from '../../tickets/write/forgotten-words.js';

/** What a requester who is forgotten said in replies, the addresses of the answers, and what those quoted of them. */
export async function forgetReplyWords(manager: EntityManager, requesterKey: number): Promise<void> {
  const said = await manager.query<{ key: string }[]>('select id::text as key from reply where requester_id = $1', [
    requesterKey,
  ]);
  await dropFiles(
    manager,
    'reply',
    said.map(({ key }) => key),
  );
  await manager.query(
    `update reply set body = case when requester_id = $1 then $2 else body end, quoted_body = null,
       recipients = '{}', copies = '{}'
     where requester_id = $1 or ticket_number in (select number from ticket where requester_id = $1)`,
    [requesterKey, forgotten],
  );
}
