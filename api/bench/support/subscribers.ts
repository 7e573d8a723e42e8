/** Subscribers of `ticketChanges`, each with a socket of its own, who note when each ticket was told. */
import { once } from 'node:events';

export type Subscribers = {
  /** What comes in from now on, by ticket id: the times, in milliseconds of `performance.now()`. */
  readonly heard: Map<string, number[]>;
  close(): void;
};

const subscription = `subscription ($filter: TicketFilter) { ticketChanges(filter: $filter) {
  cursor kind ticketId ticketEdge { node { id number title category priority status updatedAt } } } }`;

/** So many at a time, so that the desk is not asked to open them all at once. */
const batch = 50;

export async function subscribe(url: string, filters: readonly object[]): Promise<Subscribers> {
  const heard = new Map<string, number[]>();
  const sockets: WebSocket[] = [];
  for (let from = 0; from < filters.length; from += batch) {
    const opened = filters.slice(from, from + batch).map((filter) => open(url, filter, heard));
    sockets.push(...(await Promise.all(opened)));
  }
  return {
    heard,
    close() {
      for (const socket of sockets) socket.close();
    },
  };
}

async function open(url: string, filter: object, heard: Map<string, number[]>): Promise<WebSocket> {
  const socket = new WebSocket(`${url.replace(/^http/, 'ws')}/graphql`, 'graphql-transport-ws');
  await once(socket, 'open');
  socket.send('{"type":"connection_init"}');
  await once(socket, 'message');
  socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload: { query: subscription, variables: { filter } } }));
  // Refused once what was asked before is begun.
  socket.send(JSON.stringify({ id: '2', type: 'subscribe', payload: { query: '{ __typename }' } }));
  await once(socket, 'message');
  socket.addEventListener('message', ({ data }) => {
    const id = /"ticketId":"([^"]+)"/.exec(String(data))?.[1];
    if (!id) return;
    const times = heard.get(id);
    if (times) times.push(performance.now());
    else heard.set(id, [performance.now()]);
  });
  return socket;
}
