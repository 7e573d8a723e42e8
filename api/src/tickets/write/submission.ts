/** What somebody without a name, or with a link to a request alone, may say of a ticket that they submit to a team. The rest is the team's to decide. */
import type { Caller } from '../../caller.js';
import { ForbiddenError } from '../../errors.js';
import { fieldsWith } from '../fields/ticket-fields.js';

type Input = Readonly<Record<string, unknown>>;

const theirs: readonly string[] = [...fieldsWith({ writer: 'submitter' }), 'requester', 'attachmentKeys'];

/** REST leaves out what it does not take, as ever. @throws ForbiddenError elsewhere, naming the field */
export function submissionOf(caller: Caller, input: Input): Input {
  if (caller.kind !== 'nobody' && caller.kind !== 'requester') return input;
  const refused = Object.keys(input).find((field) => !theirs.includes(field) && input[field] != null);
  if (refused !== undefined && caller.door !== 'rest') {
    const field = refused.replace(/Key(s?)$/, 'Id$1');
    throw new ForbiddenError(`Sign in to set \`${field}\`.`, [field]);
  }
  const named = input.requester as { readonly key?: unknown } | null | undefined;
  if (named?.key != null) throw new ForbiddenError('Sign in to name a known requester.', ['requester', 'id']);
  return Object.fromEntries(Object.entries(input).filter(([field]) => theirs.includes(field)));
}
