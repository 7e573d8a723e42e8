import { createGraphiQLFetcher } from '@graphiql/toolkit';
import { GraphiQL } from 'graphiql';
import { createClient } from 'graphql-ws';
import { BookOpen } from 'lucide-react';
import { apiUrl, socketUrl } from '../apollo/apiUrl.js';
import { ReferenceFrame } from '../frame/ReferenceFrame.js';
import { examples } from './examples.js';
import { mendMarkup } from './mendMarkup.js';
import { useActiveTheme } from './useActiveTheme.js';

const fetcher = createGraphiQLFetcher({
  url: `${apiUrl}/graphql`,
  // What the server's protection against forged requests wants to see on requests that a form could also send.
  headers: { 'apollo-require-preflight': '1' },
  // Opened by the first subscription.
  wsClient: createClient({ url: socketUrl() }),
});

const reference = { href: `${apiUrl}/api/docs`, label: 'REST reference', icon: BookOpen };

/** A link to the explorer brings its document along, as links to other explorers do. */
const given = new URLSearchParams(window.location.search);

/** GraphiQL in the desk's theme, with example queries in its tabs and a way back. */
export function Explorer() {
  const theme = useActiveTheme();
  return (
    <ReferenceFrame name={<h1 className="font-semibold">GraphQL explorer</h1>} other={reference}>
      <main ref={mendMarkup} className="min-h-0 grow">
        <GraphiQL
          fetcher={fetcher}
          forcedTheme={theme}
          defaultTabs={given.has('query') ? [{ query: given.get('query') }, ...examples] : examples}
          {...(given.has('query') && { query: given.get('query') ?? '' })}
          {...(given.has('variables') && { variables: given.get('variables') ?? '' })}
          shouldPersistHeaders={false}
        >
          <GraphiQL.Logo>
            <span className="sr-only">Relaydesk</span>
          </GraphiQL.Logo>
        </GraphiQL>
      </main>
    </ReferenceFrame>
  );
}
