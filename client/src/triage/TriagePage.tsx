import { useQuery } from '@apollo/client/react';
import { useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { gql } from '../apollo/gql.js';
import { PageBar } from '../frame/PageBar.js';
import { TriagePageDocument } from '../gql/graphql.js';
import { useShortcuts } from '../keyboard/useShortcuts.js';
import { askWhose } from '../people/assigning.js';
import { useSession } from '../session/session.js';
import { MergeDialog } from '../tickets/merging/MergeDialog.js';
import { useNow } from '../time/Time.js';
import { formatNumber } from '../time/time.js';
import { useTimeZone } from '../time/timeZone.js';
import { Button } from '../ui/controls/Button.js';
import { type Answer, answersTo, type Question, questions } from './decisions.js';
import { TriageEnd } from './TriageEnd.js';
import { TriageKeys } from './TriageKeys.js';
import { TriageTicket } from './TriageTicket.js';
import { useSwipe } from './useSwipe.js';
import { describeAccepted, suggestedIn, useTriaged } from './useTriaged.js';
import { useTriageQueue } from './useTriageQueue.js';
import { Waiting } from './Waiting.js';

gql`
  query TriagePage($after: String) {
    tickets(
      filter: { needsTriage: true, snoozed: false }
      orderBy: { field: URGENCY, direction: ASC }
      first: 40
      after: $after
    ) {
      totalCount
      edges {
        cursor
        node {
          id
          number
          priority
          ...useTriageTicket_ticket
          ...useTriaged_ticket
          ...TriageTicket_ticket
        }
      }
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
    }
  }
`;

const POLL_MS = 15_000;
/** So few tickets ahead, and the next page is asked for: no key ever waits for one. */
const FEW = 20;

const skippedCount = (count: number) => (count > 0 ? `${formatNumber(count)} skipped` : 'nothing left');

/** Triage mode: one ticket, one key, the next. */
export function TriagePage() {
  const { data, error, refetch, fetchMore } = useQuery(TriagePageDocument, {
    fetchPolicy: 'cache-and-network',
    pollInterval: POLL_MS,
    skipPollAttempt: () => document.hidden,
  });
  const { queue, current, tookMs, step, decide, undo } = useTriageQueue();
  const { items, index, beyond, isLoaded, decided } = queue;
  const page = data?.tickets;
  useEffect(() => {
    if (page) step({ type: 'loaded', tickets: page.edges.map(({ node }) => node), total: page.totalCount ?? 0 });
  }, [page, step]);
  const isFetching = useRef(false);
  const after = page?.pageInfo.endCursor;
  const needsMore = beyond > 0 && items.length - index < FEW;
  useEffect(() => {
    if (!needsMore || !after || isFetching.current) return;
    isFetching.current = true;
    fetchMore({ variables: { after } })
      .catch(() => undefined)
      .finally(() => {
        isFetching.current = false;
      });
  }, [needsMore, after, fetchMore]);

  const navigate = useNavigate();
  const { user } = useSession();
  const shown = useTriaged(current?.id ?? null);
  const [asked, setAsked] = useState<Question | null>(null);
  const [merging, setMerging] = useState(false);
  const now = useNow();
  const timeZone = useTimeZone();
  const question = asked && current && { name: asked, answers: answersTo(asked, suggestedIn(shown), now, timeZone) };

  const accept = () => void decide({ acceptSuggestion: true }, 'accepted', describeAccepted(shown));
  const skip = () => step({ type: 'moved', by: 1 });
  const merge = () => setMerging(true);
  const mergeInto = ({ id, number }: { id: string; number: number }) =>
    void decide({ duplicateOfId: id }, 'merged', `merged into T-${number}`);
  const spam = () => void decide({ spam: true }, 'spam', 'spam, closed');
  const take = user && (() => void decide({ assigneeId: user.id }, 'assigned', 'yours'));
  const assign =
    user && current
      ? () => askWhose([current.id], (to, name) => void decide(to, 'assigned', `given to ${name}`))
      : null;
  const answer = ({ decision, kind, words }: Answer) => {
    setAsked(null);
    void decide(decision, kind, words);
  };
  const back = { keys: 'k', label: 'back', hint: true, keyboardOnly: true, run: () => step({ type: 'moved', by: -1 }) };
  const takeBack = { keys: 'z', label: 'undo', hint: true, keyboardOnly: true, run: () => void undo() };
  useShortcuts(
    question
      ? [
          ...question.answers.map((one, place) => ({
            keys: String(place + 1),
            label: one.name.toLowerCase(),
            keyboardOnly: true,
            run: () => answer(one),
          })),
          { keys: 'Escape', label: 'back', hint: true, keyboardOnly: true, run: () => setAsked(null) },
        ]
      : [
          ...(current
            ? [
                { keys: 'a', label: 'accept, next', hint: true, run: accept },
                { keys: 'Enter', label: 'accept, next', keyboardOnly: true, run: accept },
                { keys: 'j', label: 'skip', hint: true, keyboardOnly: true, run: skip },
                ...(Object.keys(questions) as Question[]).map((name) => ({
                  keys: questions[name].keys,
                  label: questions[name].label.toLowerCase(),
                  run: () => setAsked(name),
                })),
                ...(take ? [{ keys: 'i', label: 'assign to me', run: take }] : []),
                ...(assign ? [{ keys: 'shift+i', label: 'assign to…', run: assign }] : []),
                { keys: 'd', label: 'duplicate of…', run: merge },
                { keys: '!', label: 'spam', run: spam },
              ]
            : []),
          back,
          takeBack,
          { keys: 'Escape', label: 'leave', hint: true, keyboardOnly: true, run: () => void navigate('/') },
        ],
  );
  const swipe = useSwipe({ onRight: accept, onLeft: skip });

  const total = decided.length + items.length + beyond;
  return (
    <>
      <PageBar
        title="Triage"
        count={
          isLoaded &&
          (current
            ? `${formatNumber(decided.length + index + 1)} of ${formatNumber(total)}`
            : skippedCount(items.length))
        }
      >
        <Button tone="ghost" size="sm" keys="Escape" onClick={() => void navigate('/')}>
          Leave
        </Button>
      </PageBar>
      <div className="h-0.5 flex-none bg-hair" aria-hidden>
        <div className="h-full bg-inverse" style={{ width: `${total > 0 ? (100 * decided.length) / total : 0}%` }} />
      </div>
      {current ? (
        <>
          <div key={current.id} className="min-h-0 flex-1 overflow-y-auto" {...swipe}>
            <TriageTicket id={current.id} onMerge={mergeInto} />
          </div>
          <p className="sr-only" aria-live="polite">
            {shown && `T-${current.number}: ${shown.title}`}
          </p>
        </>
      ) : isLoaded && beyond === 0 ? (
        <TriageEnd
          decided={decided}
          skipped={items.length}
          tookMs={tookMs}
          isSignedIn={user !== null}
          onSkipped={() => step({ type: 'moved', by: -items.length })}
        />
      ) : (
        <Waiting error={error} onRetry={() => void refetch()} />
      )}
      {(current || decided.length > 0) && (
        <TriageKeys
          question={question}
          isOpen={current !== null}
          onAnswer={answer}
          onAsk={setAsked}
          onAccept={accept}
          onSkip={skip}
          onTake={take}
          onAssign={assign}
          onMerge={merge}
          onSpam={spam}
          last={decided.at(-1)?.words ?? null}
          onUndo={() => void undo()}
        />
      )}
      {merging && current && (
        <MergeDialog asked="duplicate" number={current.number} onChoose={mergeInto} onClose={() => setMerging(false)} />
      )}
    </>
  );
}
