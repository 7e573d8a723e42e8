/** What stands in ready-made answers for what each ticket fills in. What cannot be filled is never sent. */
import { InvalidInputError } from '../../errors.js';

export const placeholders = ['requester.name', 'ticket.number', 'viewer.name'] as const;
type Placeholder = (typeof placeholders)[number];
export type Fillings = Readonly<Record<Placeholder, string | null>>;

const pattern = /\{\{\s*(requester\.name|ticket\.number|viewer\.name)\s*\}\}/g;

export type Filled = { readonly body: string; readonly missing: readonly string[] };

export function fill(body: string, fillings: Fillings): Filled {
  const missing = new Set<string>();
  const filled = body.replace(pattern, (text, name: Placeholder) => {
    const value = fillings[name];
    if (value === null) missing.add(name);
    return value ?? text;
  });
  return { body: filled, missing: [...missing] };
}

/** @throws InvalidInputError */
export function refuseUnfilled(body: string): void {
  const left = body.match(pattern)?.[0];
  if (left === undefined) return;
  const message = `${left} is not filled in. Replace it, then send again.`;
  throw new InvalidInputError([{ path: ['body'], code: 'invalid', message }]);
}
