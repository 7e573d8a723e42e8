import { useQuery } from '@apollo/client/react';
import { Contact, Search } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { Link, Outlet, useSearchParams } from 'react-router';
import { gql } from '../apollo/gql.js';
import { FailureDetails } from '../frame/FailureDetails.js';
import { PageBar } from '../frame/PageBar.js';
import { RequestersPageDocument } from '../gql/graphql.js';
import { useShortcuts } from '../keyboard/useShortcuts.js';
import { buttonClass } from '../ui/controls/Button.js';
import { TextInput } from '../ui/controls/Field.js';
import { EmptyState } from '../ui/feedback/EmptyState.js';
import { RequesterLine } from './RequesterLine.js';

gql`
  query RequestersPage($search: String, $after: String) {
    requesters(search: $search, first: 50, after: $after) {
      totalCount
      edges {
        cursor
        node {
          id
          ...RequesterLine_requester
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`;

const TYPING_MS = 200;

/** Everybody who asks, latest first, and one of them in a dialog above the list. Search and page stand in the address. */
export function RequestersPage() {
  const [params, setParams] = useSearchParams();
  const [typed, setTyped] = useState(params.get('q') ?? '');
  const after = params.get('after');
  const list = useRef<HTMLUListElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const asked = params.get('q') ?? '';
  /** What the field last told the address: whatever else stands there came from elsewhere. */
  const told = useRef(asked);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    if (told.current === asked) return;
    told.current = asked;
    clearTimeout(timer.current);
    setTyped(asked);
  }, [asked]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const search = (text: string) => {
    clearTimeout(timer.current);
    timer.current = undefined;
    told.current = text.trim();
    setParams(told.current === '' ? {} : { q: told.current }, { replace: true });
  };
  const type = (text: string) => {
    setTyped(text);
    clearTimeout(timer.current);
    timer.current = setTimeout(search, TYPING_MS, text);
  };
  /** Before anything else is done: told later, it would close the requester that is opened meanwhile. */
  const leave = () => {
    if (timer.current !== undefined) search(typed);
  };
  const { data, previousData, error, refetch } = useQuery(RequestersPageDocument, {
    variables: { search: asked || null, after },
    fetchPolicy: 'cache-and-network',
  });
  const { edges, pageInfo, totalCount } = (data ?? previousData)?.requesters ?? {};
  const move = (step: number) => {
    const links = [...(list.current?.querySelectorAll('a') ?? [])];
    const at = links.indexOf(document.activeElement as HTMLAnchorElement);
    links[at < 0 ? 0 : Math.max(0, Math.min(at + step, links.length - 1))]?.focus();
  };
  useShortcuts([
    { keys: 'j', label: 'next requester', keyboardOnly: true, run: () => move(1) },
    { keys: 'k', label: 'previous requester', keyboardOnly: true, run: () => move(-1) },
    { keys: 'f', label: 'find a requester', hint: true, run: () => field.current?.focus() },
  ]);
  const pageAfter = (cursor: string | null) =>
    `/requesters?${new URLSearchParams({ ...(asked && { q: asked }), ...(cursor && { after: cursor }) })}`;
  return (
    <>
      <PageBar title="Requesters" count={totalCount ?? null} />
      <div className="min-h-0 flex-1 overflow-y-auto">
        <div className="mx-auto max-w-[760px] px-6 py-4 max-rail:px-4">
          <search className="relative mb-4 block">
            <Search
              size={16}
              strokeWidth={1.5}
              className="pointer-events-none absolute top-1/2 left-2.5 -translate-y-1/2 text-meta"
              aria-hidden
            />
            <TextInput
              ref={field}
              type="search"
              aria-label="Find by name or address"
              placeholder="Find by name or address"
              className="pl-8"
              value={typed}
              onChange={(event) => type(event.target.value)}
              onBlur={leave}
              onKeyDown={leaveOnEscape}
            />
          </search>
          {error && !edges && (
            <EmptyState icon={Contact} title="The requesters could not be loaded" role="alert">
              <FailureDetails error={error} onRetry={() => void refetch()} />
            </EmptyState>
          )}
          {edges?.length === 0 && (
            <EmptyState
              icon={Contact}
              title={asked ? `No requester matches “${asked}”` : 'Nobody has asked yet'}
              role="status"
            >
              {asked
                ? 'Part of a name or an address is enough.'
                : 'People who leave a name or an e-mail address with a ticket are listed here.'}
            </EmptyState>
          )}
          {edges && edges.length > 0 && (
            <ul ref={list} aria-label="Requesters" className="rounded-3 border border-line">
              {edges.map(({ node }) => (
                <RequesterLine key={node.id} requester={node} to={`/requesters/${node.id}?${params}`} />
              ))}
            </ul>
          )}
          {(after || pageInfo?.hasNextPage) && (
            <nav aria-label="Pages" className="mt-3 flex justify-between gap-2">
              {after ? (
                <Link to={pageAfter(null)} className={buttonClass()}>
                  First page
                </Link>
              ) : (
                <span />
              )}
              {pageInfo?.hasNextPage && (
                <Link to={pageAfter(pageInfo.endCursor ?? null)} className={buttonClass()}>
                  Next page
                </Link>
              )}
            </nav>
          )}
        </div>
      </div>
      <Outlet />
    </>
  );
}

/** Browsers empty a search field with this key; here it leaves for the list. */
function leaveOnEscape(event: KeyboardEvent<HTMLInputElement>): void {
  if (event.key !== 'Escape') return;
  event.preventDefault();
  event.currentTarget.blur();
}
