/** Addresses of files, each good for ten minutes and for the caller that it was made for. */
import { type Caller, ownerOf } from '../caller.js';
import type { StoredFile } from './stored-file.js';

export type Signer = {
  sign(purpose: string, text: string): string;
  open(purpose: string, signed: string): string | null;
};

const lifeSeconds = 600;
const purpose = 'file address';

export class FileAddresses {
  constructor(private readonly signer: Signer) {}

  /** A path on this desk. */
  of(caller: Caller, { key, fileName }: StoredFile): string {
    const expires = Math.floor(Date.now() / 1_000) + lifeSeconds;
    const text = textOf(caller, key, expires);
    const mac = this.signer.sign(purpose, text).slice(text.length + 1);
    // The holder of a link is known by a cookie that counts nowhere else.
    const as = caller.kind === 'requester' ? '&as=request' : '';
    return `/files/${key}/${encodeURIComponent(fileName)}?expires=${expires}&signature=${mac}${as}`;
  }

  isGood(caller: Caller, key: string, { expires, signature }: Readonly<Record<string, unknown>>): boolean {
    if (typeof expires !== 'string' || typeof signature !== 'string' || !/^\d{1,12}$/.test(expires)) return false;
    const isSigned = this.signer.open(purpose, `${textOf(caller, key, Number(expires))}.${signature}`) !== null;
    return isSigned && Number(expires) > Date.now() / 1_000;
  }
}

function textOf(caller: Caller, key: string, expires: number): string {
  return `${key} ${expires} ${ownerOf(caller)}`;
}
