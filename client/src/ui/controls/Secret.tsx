import { Copy } from 'lucide-react';
import { copyText } from '../copyText.js';
import { Button } from './Button.js';

/** Something that is told once: to be copied now. */
export function Secret({ name, value }: { name: string; value: string }) {
  return (
    <div className="mt-3 flex items-start gap-2 rounded-2 border border-line bg-sunken p-2 pl-3">
      <output aria-label={name} className="min-w-0 grow py-1 font-mono text-12 wrap-anywhere text-strong">
        {value}
      </output>
      <Button onClick={() => void copyText(value, name)}>
        <Copy size={14} strokeWidth={1.5} aria-hidden />
        Copy
      </Button>
    </div>
  );
}
