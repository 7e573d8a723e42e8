import { gql } from '../../apollo/gql.js';
import type { Classifiers_ClassifierFragment } from '../../gql/graphql.js';
import { useSession } from '../../session/session.js';
import { countTickets } from '../../tickets/vocabulary.js';
import { Time } from '../../time/Time.js';
import { formatPercent } from '../../time/time.js';
import { Button } from '../../ui/controls/Button.js';
import { Panel } from '../../ui/feedback/Panel.js';
import { showToast } from '../../ui/feedback/toasts.js';
import { useChooseClassifier } from './useChooseClassifier.js';

gql`
  fragment Classifiers_classifier on TriageClassifier {
    version
    builtIn
    inUse
    trainedAt
    labelCount
    heldOutAccuracy
    reason
  }
`;

type Classifier = Classifiers_ClassifierFragment;

/** The local classifiers, why each was put to use or not, and for administrators the way back to any of them. */
export function Classifiers({ classifiers }: { classifiers: readonly Classifier[] }) {
  const { user } = useSession();
  const chooseClassifier = useChooseClassifier();
  const choose = async ({ version, builtIn }: Classifier) => {
    const fault = await chooseClassifier(version);
    const name = builtIn ? 'The built-in classifier' : `Classifier ${version}`;
    showToast(fault ?? `${name} answers now`, { tone: fault ? 'danger' : 'plain' });
  };
  return (
    <Panel title="Local classifiers">
      <ul className="text-12 [&>li]:border-t [&>li]:border-hair">
        {classifiers.map((classifier) => (
          <li key={classifier.version} className="flex min-h-9 flex-wrap items-center gap-x-3 gap-y-1 py-1.5">
            <div className="min-w-0 flex-1 basis-80">
              <p>
                <span className="font-medium">
                  {classifier.builtIn ? 'Built-in' : 'Trained here'}{' '}
                  <span className="digits text-body">{classifier.version}</span>
                </span>
                {classifier.inUse && <span className="ml-2 text-good">in use</span>}
              </p>
              <Origin classifier={classifier} />
            </div>
            {user?.role === 'ADMIN' && !classifier.inUse && (
              <Button size="sm" aria-label={`Use ${classifier.version}`} onClick={() => void choose(classifier)}>
                Use
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Origin({
  classifier: { builtIn, trainedAt, labelCount, heldOutAccuracy, reason },
}: {
  classifier: Classifier;
}) {
  if (builtIn) return <p className="text-meta">Ships with Relaydesk.</p>;
  return (
    <p className="text-pretty text-meta">
      {trainedAt && <Time instant={trainedAt} />}, with {countTickets(labelCount ?? 0)} that people decided
      {heldOutAccuracy == null ? '' : `; right in ${formatPercent(heldOutAccuracy)} of those it was not trained on`}.{' '}
      {reason}
    </p>
  );
}
