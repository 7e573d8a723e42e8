/** Posts to the doors under /auth, and says in words what they answered. */
import { apiUrl } from '../apollo/apiUrl.js';

export interface Refusal {
  /** By field of the form. */
  fields: Record<string, string>;
  /** What belongs to no field. */
  form: string | null;
}

/** Resolves with null where the door opened. */
export async function knock(door: string, body: Record<string, unknown>): Promise<Refusal | null> {
  try {
    const response = await fetch(`${apiUrl}/auth/${door}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (response.ok) return null;
    return describe(response, (await response.json().catch(() => null)) as unknown);
  } catch {
    return refused('The desk cannot be reached. Try again.');
  }
}

const refused = (form: string): Refusal => ({ fields: {}, form });

function describe({ status, headers }: Response, answer: unknown): Refusal {
  const told = (typeof answer === 'object' && answer !== null ? answer : {}) as Record<string, unknown>;
  if (status === 429) {
    const seconds = Number(headers.get('retry-after') ?? 0);
    return refused(
      seconds > 0
        ? `Too many attempts. Try again in ${seconds} ${seconds === 1 ? 'second' : 'seconds'}.`
        : 'Too many attempts. Try again in a moment.',
    );
  }
  if (typeof told.detail === 'string') return refused(told.detail);
  const fields = Object.fromEntries(
    Object.entries(told).map(([field, messages]) => [field, String(Array.isArray(messages) ? messages[0] : messages)]),
  );
  return Object.keys(fields).length > 0 ? { fields, form: null } : refused(`The desk answered ${status}. Try again.`);
}
