import { liveStore } from '../apollo/live.js';
import { cx } from '../ui/cx.js';
import { useStore } from '../ui/store.js';

const words = {
  connecting: 'Connecting',
  live: 'Live',
  looking: 'Not live',
};
const hints = {
  connecting: 'Changes will be shown as they happen.',
  live: 'Changes are shown as they happen.',
  looking: 'The page looks for changes every few seconds.',
};

const dots = { connecting: 'bg-line', live: 'bg-status-resolved', looking: 'bg-warn' };

/** Whether changes of others are shown as they happen. */
export function LiveSign() {
  const state = useStore(liveStore);
  return (
    <span className="flex items-center gap-1.5" title={hints[state]}>
      <span aria-hidden className={cx('size-1.5 rounded-full', dots[state])} />
      {words[state]}
    </span>
  );
}
