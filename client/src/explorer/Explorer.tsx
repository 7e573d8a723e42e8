import { createGraphiQLFetcher } from '@graphiql/toolkit';
import { GraphiQL } from 'graphiql';
import { ArrowLeft, BookOpen } from 'lucide-react';
import { apiUrl } from '../apollo/apiUrl.js';
import { buttonClass } from '../ui/controls/Button.js';
import { examples } from './examples.js';
import { useActiveTheme } from './useActiveTheme.js';

const fetcher = createGraphiQLFetcher({
  url: `${apiUrl}/graphql`,
  // What the server's protection against forged requests wants to see on requests that a form could also send.
  headers: { 'apollo-require-preflight': '1' },
});

/** GraphiQL in the desk's theme, with example queries in its tabs and a way back. */
export function Explorer() {
  const theme = useActiveTheme();
  return (
    <div className="flex h-full flex-col">
      <header className="flex h-11 flex-none items-center gap-2 border-b border-hair px-4">
        <a href="/" className={buttonClass({ tone: 'ghost' })}>
          <ArrowLeft size={16} strokeWidth={1.5} aria-hidden />
          Back to the desk
        </a>
        <h1 className="font-semibold max-rail:sr-only">GraphQL explorer</h1>
        <span className="grow" />
        <a href={`${apiUrl}/api/docs`} className={buttonClass({ tone: 'ghost' })}>
          <BookOpen size={16} strokeWidth={1.5} aria-hidden />
          REST reference
        </a>
      </header>
      <main className="min-h-0 grow">
        <GraphiQL fetcher={fetcher} forcedTheme={theme} defaultTabs={examples} shouldPersistHeaders={false}>
          <GraphiQL.Logo>
            <span className="sr-only">Relaydesk</span>
          </GraphiQL.Logo>
        </GraphiQL>
      </main>
    </div>
  );
}
