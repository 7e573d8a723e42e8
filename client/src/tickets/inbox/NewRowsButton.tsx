import { ArrowUp } from 'lucide-react';
import { formatNumber } from '../../time/time.js';
import { Button } from '../../ui/controls/Button.js';

/** Rows that came in at the head of the list wait behind it. */
export function NewRowsButton({ count, onShow }: { count: number; onShow: () => void }) {
  return (
    <div role="status" className="pointer-events-none absolute inset-x-0 top-24 z-10 flex justify-center">
      <Button size="sm" className="pointer-events-auto shadow-2" onClick={onShow}>
        <ArrowUp size={14} strokeWidth={1.5} aria-hidden />
        {`${formatNumber(count)} new`}
      </Button>
    </div>
  );
}
