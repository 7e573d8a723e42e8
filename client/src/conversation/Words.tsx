import { Ellipsis } from 'lucide-react';
import { Suspense, useState } from 'react';
import { lazyPart } from '../ui/lazyPart.js';
import { PartBoundary } from '../ui/PartBoundary.js';

const Markdown = lazyPart(async () => (await import('../tickets/ticket/Markdown.js')).Markdown);
const nothing: readonly string[] = [];

/** What was said, as Markdown that hides nothing. Quoted words are folded, never removed. */
export function Words({ body, quoted = null }: { body: string; quoted?: string | null }) {
  const [unfolded, setUnfolded] = useState(false);
  return (
    <>
      <Body text={body} />
      {quoted && (
        <>
          <button
            type="button"
            aria-expanded={unfolded}
            aria-label={unfolded ? 'Hide quoted text' : 'Show quoted text'}
            title={unfolded ? 'Hide quoted text' : 'Show quoted text'}
            className="hit mt-2 grid h-4 w-7 place-items-center rounded-1 bg-active text-body hover:bg-hover"
            onClick={() => setUnfolded(!unfolded)}
          >
            <Ellipsis size={14} strokeWidth={2} aria-hidden />
          </button>
          {unfolded && (
            <div className="mt-2 border-l-2 border-line pl-3 text-body">
              <Body text={quoted} />
            </div>
          )}
        </>
      )}
    </>
  );
}

function Body({ text }: { text: string }) {
  const plain = (
    <p className="text-14 wrap-anywhere whitespace-pre-wrap" dir="auto">
      {text}
    </p>
  );
  return (
    <PartBoundary fallback={plain}>
      <Suspense fallback={plain}>
        <Markdown text={text} evidence={nothing} />
      </Suspense>
    </PartBoundary>
  );
}
