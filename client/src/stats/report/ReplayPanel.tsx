import { gql } from '../../apollo/gql.js';
import { FailureDetails } from '../../frame/FailureDetails.js';
import type { TriageReplayQuery } from '../../gql/graphql.js';
import { sourceNames } from '../../tickets/filters/filterChoices.js';
import { countTickets } from '../../tickets/vocabulary.js';
import { Button } from '../../ui/controls/Button.js';
import { Panel } from '../../ui/feedback/Panel.js';
import { RightRate } from './RightRate.js';
import { useReplayTriage } from './useReplayTriage.js';

gql`
  fragment ReplayResults_result on TriageReplayResult {
    source
    version
    builtIn
    category {
      reviewed
      right
    }
    priority {
      reviewed
      right
    }
  }
`;

type Replay = TriageReplayQuery['triageReport']['replay'];

/** The reviewed tickets of the range, answered again on request: it costs the desk a second of work. */
export function ReplayPanel({ days }: { days: number }) {
  const { replay, loading, error, ask } = useReplayTriage(days);
  return (
    <Panel
      title="Replay of reviewed tickets"
      aside={
        <Button size="sm" disabled={loading} onClick={() => void ask()}>
          {loading ? 'Replaying…' : replay ? 'Replay again' : 'Replay'}
        </Button>
      }
    >
      <p className="text-12 text-pretty text-body">
        Runs the local classifiers on the latest reviewed tickets, up to 500, and compares them with what was suggested
        at the time. A classifier trained here is judged only on the fifth of them that it was not trained on.
      </p>
      {error != null && <FailureDetails error={error} onRetry={() => void ask()} />}
      {replay && (
        <div aria-live="polite">
          <Results title={`On ${countTickets(replay.ticketCount)}`} results={replay.results} />
          {replay.modelTicketCount > 0 && (
            <Results
              title={`On ${countTickets(replay.modelTicketCount)} that the language model answered`}
              results={replay.modelResults}
            />
          )}
        </div>
      )}
    </Panel>
  );
}

function Results({ title, results }: { title: string; results: Replay['results'] }) {
  return (
    <table className="mt-3 w-full text-12 [&_td]:h-8 [&_td]:text-right [&_thead_th]:pb-1 [&_thead_th]:text-right [&_thead_th]:font-normal">
      <thead className="text-11 text-meta">
        <tr>
          <th className="text-left!">{title}</th>
          <th className="w-[24%]">Category right</th>
          <th className="w-[24%]">Priority right</th>
        </tr>
      </thead>
      <tbody className="digits [&>tr]:border-t [&>tr]:border-hair">
        {results.map((result) => (
          <tr key={nameOf(result)}>
            <th scope="row" className="text-left font-medium">
              {nameOf(result)}
            </th>
            <td>
              <RightRate figures={result.category} />
            </td>
            <td>
              <RightRate figures={result.priority} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function nameOf({ source, version, builtIn }: Replay['results'][number]): string {
  if (version == null) return source ? `${sourceNames[source]}, at the time` : 'As suggested at the time';
  return builtIn ? 'Built-in classifier' : `Classifier in use, ${version}`;
}
