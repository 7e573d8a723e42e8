import { Upload } from 'lucide-react';
import { useRef, useSyncExternalStore } from 'react';
import { Button } from '../ui/controls/Button.js';
import { importStore } from './importStore.js';
import { useImportTickets } from './useImportTickets.js';

/** Chooses a file of tickets and sends it, one at a time. */
export function ImportButton() {
  const input = useRef<HTMLInputElement>(null);
  const importTickets = useImportTickets();
  const running = useSyncExternalStore(importStore.subscribe, importStore.read)?.phase === 'running';
  return (
    <>
      <input
        ref={input}
        type="file"
        accept=".csv,.jsonl,.ndjson,text/csv,application/x-ndjson"
        hidden
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          if (file) void importTickets(file);
          // The same file may be chosen again.
          event.target.value = '';
        }}
      />
      <Button
        disabled={running}
        className="max-rail:w-9"
        title="A CSV or JSON Lines file; the columns are found by their names"
        onClick={() => input.current?.click()}
      >
        <Upload size={14} strokeWidth={1.5} aria-hidden />
        <span className="max-rail:sr-only">Import</span>
      </Button>
    </>
  );
}
