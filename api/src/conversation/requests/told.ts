/** To whom the receipt of a submission tells the page of the request. */
import type { Caller } from '../../caller.js';

/** A short key may be guessed, or be the same for many. */
const shortestKey = 32;

export type Submission = {
  readonly replayed: boolean;
  readonly key: string | null;
  /** Whether the submission names who asks. */
  readonly requester: boolean;
};

/** A page is whoever asks': a member of the team who named somebody does not get theirs. On an open desk nobody is told apart. */
export function isTold({ kind }: Caller, { replayed, key, requester }: Submission): boolean {
  if (requester && (kind === 'person' || kind === 'token')) return false;
  return !replayed || (key !== null && [...key].length >= shortestKey);
}
