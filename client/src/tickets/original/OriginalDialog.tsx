import { useState } from 'react';
import { apiUrl } from '../../apollo/apiUrl.js';
import { Segmented } from '../../ui/controls/Segmented.js';
import { Dialog } from '../../ui/overlays/Dialog.js';
import { ScrollRegion } from '../../ui/ScrollRegion.js';
import { type Original, useOriginal } from './useOriginal.js';

type View = 'formatted' | 'text' | 'headers';
const names = { formatted: 'Formatted', text: 'Text', headers: 'Headers' } satisfies Record<View, string>;

/** A message as it came: its formatting in a frame that runs and loads nothing, all of its text, its headers. */
export function OriginalDialog({ path, onClose }: { path: string; onClose: () => void }) {
  const original = useOriginal(path);
  return (
    <Dialog
      title="Original message"
      open
      onOpenChange={(open) => !open && onClose()}
      fill
      className="flex w-[min(760px,calc(100vw-32px))] flex-col p-5"
    >
      {original === 'FAILED' && <p className="mt-3 text-body">The mail of this message is not kept any more.</p>}
      {original !== null && original !== 'FAILED' && <Views path={path} original={original} />}
      <button type="button" className="hit mt-3 self-end rounded-1 text-12 text-body hover:underline" onClick={onClose}>
        Close
      </button>
    </Dialog>
  );
}

function Views({
  path,
  original: { headers, text, has_formatting: hasFormatting },
}: {
  path: string;
  original: Original;
}) {
  const [view, setView] = useState<View>(hasFormatting ? 'formatted' : 'text');
  const views: readonly View[] = hasFormatting ? ['formatted', 'text', 'headers'] : ['text', 'headers'];
  return (
    <>
      <Segmented
        label="What is shown"
        className="mt-3 self-start"
        value={view}
        options={views.map((value) => ({ value, name: names[value] }))}
        onChange={setView}
      />
      {view === 'formatted' ? (
        <>
          <iframe
            title="The message with its formatting"
            src={`${apiUrl}/api/${path}/formatted/`}
            sandbox="allow-popups allow-popups-to-escape-sandbox"
            referrerPolicy="no-referrer"
            className="mt-3 h-[50vh] w-full rounded-2 border border-line bg-white max-rail:flex-1"
          />
          <p className="mt-1.5 text-12 text-meta">Pictures from elsewhere are not loaded.</p>
        </>
      ) : (
        <ScrollRegion
          label={names[view]}
          className="mt-3 max-h-[50vh] min-h-0 overflow-y-auto rounded-2 border border-line p-3 max-rail:max-h-none max-rail:flex-1"
        >
          <pre className="font-mono text-12 wrap-anywhere whitespace-pre-wrap" dir="auto">
            {view === 'text' ? text : headers}
          </pre>
        </ScrollRegion>
      )}
    </>
  );
}
