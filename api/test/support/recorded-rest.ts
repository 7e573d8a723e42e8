/** REST requests for tickets, recorded once, to be answered alike ever after. */
import { base64url, type ListedRow, sorts } from './recorded-lists.js';
import type { Asked } from './two-ways.js';

export function recordedRest(rows: readonly ListedRow[]): Asked[] {
  const row = rows[12] as ListedRow;
  const lists = [
    ...['limit=20', 'limit=1', 'limit=0', 'limit=1000', 'limit=x', 'limit=5&status=open', 'limit=5&status=nope'],
    ...[
      'limit=5&category=technical&priority=high',
      'limit=5&search=the',
      'limit=5&search=zzqx',
      'limit=5&include=assignee',
    ],
    ...[
      'limit=5&include=nope',
      'limit=5&assignee=none',
      'limit=5&cursor=bad',
      'limit=7&status=open&status=closed',
      'limit=59',
    ],
    `limit=7&cursor=${base64url(`${row.id}:${row.created_at}`)}`,
    `limit=4&created_from=${row.created_at}`,
    ...Object.values(sorts).flatMap((order) => [`limit=6&order=${order}`, `limit=6&order=-${order}`]),
  ];
  const paths = [
    ...lists.map((query) => `/api/tickets/?${query}`),
    ...[1, 2, 3, 8, 15, 40, 60, ...Array.from({ length: 12 }, (_, index) => 61 + index), 0, 99_999, 'x', '1.5'].map(
      (id) => `/api/tickets/${id}/`,
    ),
    '/api/tickets/99999/?include=nope',
    '/api/tickets/2/?include=assignee,team',
    '/api/tickets/2/?include=',
    '/api/tickets/2?format=json',
    '/api/tickets/',
    '/api/tickets/?status=open',
    '/api/tickets/?assignee=none&priority=high',
    '/api/tickets/?order=priority',
    '/api/tickets/?include=team',
    '/api/tickets/?order=-updated_at',
    '/api/tickets/?search=zzqx',
  ];
  return [
    ...paths.map((path) => ({ path })),
    { path: '/api/tickets/?limit=3', method: 'HEAD' },
    { path: '/api/tickets/2/', method: 'HEAD' },
  ];
}
