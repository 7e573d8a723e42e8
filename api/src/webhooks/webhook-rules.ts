/** What a webhook may be. */
import { InvalidInputError, type Issue } from '../errors.js';
import { isForbiddenHost } from './public-address.js';
import { WebhookEvent } from './webhook.js';

const longestUrl = 2_000;

export type WebhookInput = {
  readonly url: string;
  readonly events: readonly WebhookEvent[];
  /** Null: as it is. */
  readonly includeNotes: boolean | null;
  readonly enabled: boolean | null;
  readonly rotateSecret: boolean;
};

/** The address as it is kept. @throws InvalidInputError */
export function takeWebhook(input: WebhookInput, includeNotes: boolean, allowPrivate: boolean): string {
  const issues: Issue[] = [];
  const fault = urlFault(input.url, allowPrivate);
  if (fault) issues.push({ path: ['url'], code: 'invalid', message: fault });
  if (input.events.length === 0) {
    issues.push({ path: ['events'], code: 'required', message: 'Choose at least one event.' });
  }
  if (input.events.includes(WebhookEvent.NOTE_ADDED) && !includeNotes) {
    const message = 'Notes are told of only where includeNotes is true.';
    issues.push({ path: ['includeNotes'], code: 'invalid', message });
  }
  if (issues.length > 0) throw new InvalidInputError(issues);
  const url = new URL(input.url.trim());
  url.hash = '';
  return url.href;
}

function urlFault(text: string, allowPrivate: boolean): string | null {
  const url = URL.canParse(text.trim()) ? new URL(text.trim()) : null;
  const schemes = allowPrivate ? ['https:', 'http:'] : ['https:'];
  if (!url || !schemes.includes(url.protocol) || text.includes('\0')) {
    return 'Give an address that begins with https://, such as https://hooks.example.org/desk.';
  }
  if (url.href.length > longestUrl) return 'The address has more than 2,000 characters.';
  if (url.username !== '' || url.password !== '') return 'Leave name and password out of the address.';
  if (!allowPrivate && isForbiddenHost(url)) {
    return 'This is not an address of the public internet. The operator can allow others with WEBHOOK_ALLOW_PRIVATE=on.';
  }
  return null;
}
