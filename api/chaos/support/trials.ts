/** One try of a write, and what came of it in the caller's eyes. */

/** A setback is what a caller repeats after; anything else than that and the ticket is a surprise. */
export type Trial = { readonly number: number } | { readonly setback: string } | { readonly surprise: string };

const mutation = `mutation ($input: CreateTicketInput!) {
  createTicket(input: $input) { ticket { number } userErrors { code message } } }`;

export type Door = 'rest' | 'graphql';

/** Both doors make the same ticket of the same key. */
export function create(
  url: string,
  door: Door,
  { key, description }: { key: string; description: string },
  patienceMs: number,
): Promise<Trial> {
  const ticket = { title: key, description };
  if (door === 'rest') return attempt(`${url}/api/tickets/`, 'POST', ticket, { 'idempotency-key': key }, patienceMs);
  const variables = { input: { ...ticket, idempotencyKey: key } };
  return attempt(`${url}/graphql`, 'POST', { query: mutation, variables }, {}, patienceMs);
}

/** Changes nothing the second time, so that it may be repeated. */
export function resolve(url: string, number: number, patienceMs: number): Promise<Trial> {
  return attempt(`${url}/api/tickets/${number}/`, 'PATCH', { status: 'resolved' }, {}, patienceMs);
}

async function attempt(
  address: string,
  method: string,
  body: object,
  headers: Record<string, string>,
  patienceMs: number,
): Promise<Trial> {
  try {
    const response = await fetch(address, {
      method,
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(patienceMs),
    });
    return read(response, (await response.json()) as Answer);
  } catch (error) {
    return lossIn(error as Error & { cause?: { code?: string } });
  }
}

type Answer = {
  id?: number;
  data?: { createTicket: { ticket: { number: number } | null } } | null;
  errors?: { extensions: { code: string } }[];
};

function read({ status, headers }: Response, answer: Answer): Trial {
  const number = answer.id ?? answer.data?.createTicket.ticket?.number;
  if (status < 300 && number !== undefined) return { number };
  const isAway = status === 503 && Number(headers.get('retry-after')) > 0;
  if (isAway || answer.errors?.every(({ extensions }) => extensions.code === 'UNAVAILABLE')) return { setback: '503' };
  return { surprise: `${status} ${JSON.stringify(answer)}` };
}

/** ECONNREFUSED: nobody was asked. Any other loss leaves open whether the write was done; half an answer is none. */
function lossIn({ name, message, cause }: Error & { cause?: { code?: string } }): Trial {
  if (cause?.code) return { setback: cause.code };
  return name === 'TimeoutError' ? { setback: 'silence' } : { surprise: `${name}: ${message}` };
}
