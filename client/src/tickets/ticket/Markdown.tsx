import { type ReactNode, useMemo } from 'react';
import ReactMarkdown, { type Components } from 'react-markdown';
import rehypeSanitize from 'rehype-sanitize';
import remarkGfm from 'remark-gfm';
import { markEvidence } from './evidence.js';
import { showAll, showLines } from './faithful.js';
import { HtmlMail } from './HtmlMail.js';
import { isHtml } from './mailText.js';
import './prose.css';
import { ScrollRegion } from '../../ui/ScrollRegion.js';

/** Links leave the desk in a tab of their own and tell the other side nothing. Images are links too: nothing loads from elsewhere. */
const components: Components = {
  a: ({ href, children }) => (
    <a href={href} target="_blank" rel="noopener noreferrer nofollow">
      {children}
    </a>
  ),
  img: ({ src, alt }) => (
    <a href={typeof src === 'string' ? src : undefined} target="_blank" rel="noopener noreferrer nofollow">
      {alt || 'Image'}
    </a>
  ),
  // A heading inside a ticket is below the ticket's own.
  h1: ({ children }) => <h3 dir="auto">{children}</h3>,
  h2: ({ children }) => <h4 dir="auto">{children}</h4>,
  h3: ({ children }) => <h5 dir="auto">{children}</h5>,
  pre: ({ children }) => (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
    <pre tabIndex={0} dir="auto">
      {children}
    </pre>
  ),
  table: ({ children }) => (
    <ScrollRegion label="Table" className="scrolling">
      <table>{children}</table>
    </ScrollRegion>
  ),
};

/** More marks of quotation or lists in one line nest deeper than a page can draw. */
const tooDeep = /^(?:[ \t]*(?:[>*+-]|\d+[.)])){40}/m;

/** A ticket's description: Markdown that hides nothing, sanitised, with the evidence marked. A file of its own, loaded when a ticket opens. */
export function Markdown({ text, evidence }: { text: string; evidence: readonly string[] }) {
  const rehypePlugins = useMemo(() => [rehypeSanitize, markEvidence(evidence), showLines], [evidence]);
  if (isHtml(text)) return <HtmlMail html={text} />;
  if (tooDeep.test(text)) return <Plain>{text}</Plain>;
  return (
    <div className="prose">
      <ReactMarkdown
        remarkPlugins={[[remarkGfm, { singleTilde: false }], showAll]}
        rehypePlugins={rehypePlugins}
        components={components}
      >
        {text}
      </ReactMarkdown>
    </div>
  );
}

function Plain({ children }: { children: ReactNode }) {
  return (
    <p className="prose whitespace-pre-wrap" dir="auto">
      {children}
    </p>
  );
}
