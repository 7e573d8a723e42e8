import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import { Button } from './Button.js';

/** An address to keep, and the button that copies it. Where a browser lends no clipboard the whole address can be selected. */
export function CopyLink({ name, address }: { name: string; address: string }) {
  const [copied, setCopied] = useState<boolean | null>(null);
  const copy = () =>
    navigator.clipboard
      ? navigator.clipboard.writeText(address).then(
          () => setCopied(true),
          () => setCopied(false),
        )
      : Promise.resolve(setCopied(false));
  return (
    <div className="flex items-start gap-2 rounded-2 border border-line bg-sunken p-2 pl-3 max-rail:flex-col max-rail:items-stretch">
      <output aria-label={name} className="min-w-0 grow py-1 font-mono text-12 wrap-anywhere text-strong select-all">
        {address}
      </output>
      <Button className="max-rail:h-11" onClick={() => void copy()}>
        {copied ? <Check size={14} strokeWidth={1.5} aria-hidden /> : <Copy size={14} strokeWidth={1.5} aria-hidden />}
        {copied ? 'Copied' : 'Copy link'}
      </Button>
      <span role="status" className="sr-only">
        {copied === null ? '' : copied ? `${name} copied` : 'Select the address and copy it.'}
      </span>
    </div>
  );
}
