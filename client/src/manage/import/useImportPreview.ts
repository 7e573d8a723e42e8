import { useEffect, useState } from 'react';
import type { ImportMapping } from './importMapping.js';
import { type ImportPreview, previewImport } from './importPreview.js';

interface PreviewState {
  /** The latest there is; it stays while the next one is on its way. */
  preview: ImportPreview | null;
  isLoading: boolean;
  error: string | null;
}

/** What would become of the file by this mapping, asked again at each change. */
export function useImportPreview(file: File, mapping: ImportMapping): PreviewState {
  const [state, setState] = useState<PreviewState>({ preview: null, isLoading: true, error: null });
  useEffect(() => {
    const abort = new AbortController();
    setState((before) => ({ ...before, isLoading: true }));
    previewImport(file, mapping, abort.signal).then(
      (preview) => {
        if (!abort.signal.aborted) setState({ preview, isLoading: false, error: null });
      },
      (error: Error) => {
        if (!abort.signal.aborted) setState((before) => ({ ...before, isLoading: false, error: error.message }));
      },
    );
    return () => abort.abort();
  }, [file, mapping]);
  return state;
}
