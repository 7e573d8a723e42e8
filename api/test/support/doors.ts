import type { TestDesk } from './desk.js';

/** The same operations through either door, and what they answer in the words of neither. */
export type Door = {
  create(fields: object): Promise<Outcome>;
  /** `expectedVersion` null: whatever the version. */
  update(ticket: Known, fields: object, expectedVersion: number | null): Promise<Outcome>;
  delete(ticket: Known, expectedVersion: number | null): Promise<Outcome>;
};

/** A ticket as a caller remembers it, perhaps deleted since. */
export type Known = { id: string; number: number; version: number };

export type Outcome =
  | { kind: 'done'; ticket: Known & { fields: object } }
  | { kind: 'deleted' }
  | { kind: 'missing' }
  | { kind: 'stale' }
  | { kind: 'refused'; messages: Record<string, string[]> };

const byName = ([a]: [string, unknown], [b]: [string, unknown]) => a.localeCompare(b);

type Rest = { id: number; created_at: string; updated_at: string; resolved_at: string | null };

export function restDoor(desk: TestDesk): Door {
  const outcome = async (method: string, path: string, body: object | undefined, version: number | null) => {
    const headers: Record<string, string> = version === null ? {} : { 'if-match': `"${version}"` };
    const answer = await desk.rest<Rest>(method, path, body, headers);
    if (answer.status === 404) return { kind: 'missing' } as const;
    if (answer.status === 412) return { kind: 'stale' } as const;
    if (answer.status === 400) return refused(Object.entries(answer.body as unknown as Record<string, string[]>));
    if (answer.status === 204) return { kind: 'deleted' } as const;
    const { id: number, created_at: _created, updated_at: _updated, resolved_at, ...fields } = answer.body;
    const tag = answer.headers.get('etag')?.slice(1, -1);
    const ticket = { id: '', number, version: Number(tag), fields: { ...fields, isResolved: resolved_at !== null } };
    return { kind: 'done', ticket } as const;
  };
  return {
    create: (fields) => outcome('POST', '/api/tickets/', fields, null),
    update: ({ number }, fields, version) => outcome('PATCH', `/api/tickets/${number}/`, fields, version),
    delete: ({ number }, version) => outcome('DELETE', `/api/tickets/${number}/`, undefined, version),
  };
}

type Payload = {
  ticket?: { id: string; number: number; version: number; resolvedAt: string | null } & Record<string, string>;
  userErrors: { code: string; path: string[]; message: string }[];
};

const asked = 'userErrors { code path message }';
const ticketFields = 'ticket { id number version title description category priority status resolvedAt }';
const enums = ['category', 'priority', 'status'];
const changeCase = (fields: object, change: (text: string) => string) =>
  Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, enums.includes(name) ? change(value) : value]),
  );

export function graphqlDoor(desk: TestDesk): Door {
  const outcome = async (mutation: string, type: string, selection: string, input: object): Promise<Outcome> => {
    const query = `mutation ($input: ${type}!) { answer: ${mutation}(input: $input) { ${selection} ${asked} } }`;
    const { data, errors } = await desk.graphql<{ answer: Payload }>(query, { input });
    if (errors) throw new Error(errors[0]?.message);
    const { userErrors, ticket } = data.answer;
    if (userErrors[0]?.code === 'NOT_FOUND') return { kind: 'missing' };
    if (userErrors[0]?.code === 'CONFLICT') return { kind: 'stale' };
    if (userErrors.length > 0) return refused(userErrors.map(({ path, message }) => [path.join('.'), [message]]));
    if (!ticket) return { kind: 'deleted' };
    const { id, number, version, resolvedAt, ...fields } = ticket;
    const lower = changeCase(fields, (text) => text.toLowerCase());
    return { kind: 'done', ticket: { id, number, version, fields: { ...lower, isResolved: resolvedAt !== null } } };
  };
  const upper = (fields: object) => changeCase(fields, (text) => text.toUpperCase());
  return {
    create: (fields) => outcome('createTicket', 'CreateTicketInput', ticketFields, upper(fields)),
    update: ({ id }, fields, expectedVersion) =>
      outcome('updateTicket', 'UpdateTicketInput', ticketFields, { id, ...upper(fields), expectedVersion }),
    delete: ({ id }, expectedVersion) => outcome('deleteTicket', 'DeleteTicketInput', '', { id, expectedVersion }),
  };
}

function refused(messages: [string, string[]][]): Outcome {
  return { kind: 'refused', messages: Object.fromEntries(messages.toSorted(byName)) };
}
