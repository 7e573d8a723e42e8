import { cx } from '../ui/cx.js';

/** One thing that can be inserted. */
export interface Completion {
  key: string;
  name: string;
  detail: string;
  /** What is inserted; null where it cannot be, and the person was told why. */
  words: () => Promise<string | null>;
}

interface CompletionListProps {
  id: string;
  offers: readonly Completion[];
  chosen: number;
  onChoose: (offer: Completion) => void;
}

/** What can be inserted at the caret. The caret stays in the field; its arrow keys move the mark here. */
export function CompletionList({ id, offers, chosen, onChoose }: CompletionListProps) {
  return (
    <ul
      id={id}
      aria-label="Insert"
      className="m-2 mb-0 max-h-56 overflow-y-auto rounded-3 border border-line bg-raised p-1 shadow-lift"
    >
      {offers.map((offer, index) => (
        <li key={offer.key}>
          <button
            type="button"
            tabIndex={-1}
            aria-current={index === chosen}
            className={cx(
              'flex h-8 w-full items-center gap-3 rounded-2 px-2 text-left',
              index === chosen && 'bg-active',
            )}
            // The field keeps the focus.
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => onChoose(offer)}
          >
            <bdi className="flex-none font-medium">{offer.name}</bdi>
            <bdi className="cut text-12 text-meta">{offer.detail}</bdi>
          </button>
        </li>
      ))}
    </ul>
  );
}
