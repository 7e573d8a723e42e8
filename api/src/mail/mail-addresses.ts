/**
 * Addresses that a mail of the desk can be answered at, or come back to, each signed so that nobody writes into a ticket by
 * counting: `desk+r.42.<mac>@…` for answers, `desk+b.42.<mac>@…` for what the mail system has to say.
 */
import { timingSafeEqual } from 'node:crypto';
import type { MailOutConfig } from '../config-mail.js';
import type { Signer } from '../files/file-addresses.js';

/** r: an answer. b: news of the delivery, which goes to the sender on the envelope. */
export type AddressKind = 'r' | 'b';

const macLetters = 16;
const alphabet = 'abcdefghijklmnopqrstuvwxyz234567';

export class MailAddresses {
  constructor(
    private readonly signer: Signer,
    private readonly config: Pick<MailOutConfig, 'from' | 'replyDomain'> | null,
  ) {}

  /** For the outgoing mail of this key; null where no domain brings such mail back. */
  of(kind: AddressKind, key: string): string | null {
    const { from, replyDomain } = this.config ?? {};
    if (!from || !replyDomain) return null;
    const local = from.address.slice(0, from.address.lastIndexOf('@'));
    return `${local}+${kind}.${key}.${this.macOf(kind, key)}@${replyDomain}`;
  }

  /** The key of the outgoing mail that an address was made for, whatever stands before the + and after the @. */
  keyIn(kind: AddressKind, address: string): string | null {
    const [, found, key, mac] = /\+([rb])\.([1-9]\d{0,17})\.([a-z2-7]{16})@/.exec(address.toLowerCase()) ?? [];
    if (found !== kind || !key || !mac) return null;
    return timingSafeEqual(Buffer.from(mac), Buffer.from(this.macOf(kind, key))) ? key : null;
  }

  /** In lower case alone, because some servers write all of an address so. */
  private macOf(kind: AddressKind, key: string): string {
    const text = `${kind} ${key}`;
    const mac = Buffer.from(this.signer.sign('mail address', text).slice(text.length + 1), 'base64url');
    return [...mac.subarray(0, macLetters)].map((byte) => alphabet[byte & 31]).join('');
  }
}
