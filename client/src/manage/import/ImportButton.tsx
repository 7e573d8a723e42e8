import { Upload } from 'lucide-react';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { Button } from '../../ui/controls/Button.js';
import { ImportDialog } from './ImportDialog.js';
import { importStore } from './importStore.js';
import { useImportTickets } from './useImportTickets.js';

/** Chooses a file of tickets, asks what its columns mean, and sends it, one at a time. */
export function ImportButton() {
  const input = useRef<HTMLInputElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const [file, setFile] = useState<File | null>(null);
  const importTickets = useImportTickets();
  const running = useSyncExternalStore(importStore.subscribe, importStore.read)?.phase === 'running';
  const wasOpen = useRef(false);
  useEffect(() => {
    // Only once the dialog is gone does it let go of the focus.
    if (!file && wasOpen.current) button.current?.focus();
    wasOpen.current = file !== null;
  }, [file]);
  return (
    <>
      <input
        ref={input}
        type="file"
        accept=".csv,.tsv,.txt,.json,.jsonl,.ndjson,text/csv,application/json,application/x-ndjson"
        hidden
        onChange={(event) => {
          setFile(event.target.files?.[0] ?? null);
          // The same file may be chosen again.
          event.target.value = '';
        }}
      />
      <Button
        ref={button}
        aria-disabled={running}
        className="max-rail:w-9"
        title="A CSV or JSON file; what its columns mean is asked before anything is written"
        onClick={() => running || input.current?.click()}
      >
        <Upload size={14} strokeWidth={1.5} aria-hidden />
        <span className="max-rail:sr-only">Import</span>
      </Button>
      {file && (
        <ImportDialog
          file={file}
          onClose={() => setFile(null)}
          onImport={(mapping) => {
            setFile(null);
            void importTickets(file, mapping);
          }}
        />
      )}
    </>
  );
}
