import { useMemo } from 'react';
import { textOfHtml } from './mailText.js';

/** The words of an HTML mail, and what was sent below them: a mail can hide what its reader should know. */
export function HtmlMail({ html }: { html: string }) {
  const text = useMemo(() => textOfHtml(html), [html]);
  return (
    <div className="prose">
      <p className="whitespace-pre-wrap" dir="auto">
        {text}
      </p>
      <details open={text === ''}>
        <summary>HTML as it was sent</summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
        <pre tabIndex={0}>{html}</pre>
      </details>
    </div>
  );
}
