import { Button } from '../ui/controls/Button.js';

interface StaleStripProps {
  onRead: () => void;
  onSendAnyway: () => void;
}

/** The requester wrote while the reply was being written: nothing was sent, nothing is lost, and the person decides. */
export function StaleStrip({ onRead, onSendAnyway }: StaleStripProps) {
  return (
    <div role="alert" className="flex flex-wrap items-center gap-2 border-b border-hair bg-accent-soft px-3 py-2">
      <p className="min-w-40 flex-1">The requester has written since. Nothing was sent; your words are kept.</p>
      <Button onClick={onRead}>Read it</Button>
      <Button onClick={onSendAnyway}>Send mine anyway</Button>
    </div>
  );
}
