import type { ReactNode } from 'react';
import { TriageGlyph } from '../glyphs.js';

interface SuggestionHeadProps {
  title: string;
  /** Who suggests, or what they are about. */
  source?: string;
  /** For those who ask: it stands in the tooltip of the source. */
  version?: string;
  children?: ReactNode;
}

export function SuggestionHead({ title, source, version, children }: SuggestionHeadProps) {
  return (
    <div className="flex h-[38px] items-center gap-2 px-3 whitespace-nowrap">
      <TriageGlyph />
      <h2 className="font-medium">{title}</h2>
      <span className="cut grow text-12 text-meta" title={version && `Version ${version}`}>
        {source}
      </span>
      {children}
    </div>
  );
}
