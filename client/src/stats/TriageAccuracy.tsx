import { useState } from 'react';
import { gql } from '../apollo/gql.js';
import type { TriageAccuracy_ReportFragment } from '../gql/graphql.js';
import { inboxPath } from '../tickets/filters/ticketFilters.js';
import { categories, categoryNames, priorities, priorityNames } from '../tickets/vocabulary.js';
import { Segmented } from '../ui/controls/Segmented.js';
import { Panel } from '../ui/feedback/Panel.js';
import { Calibration } from './Calibration.js';
import { Confusion } from './Confusion.js';
import { CsvButton } from './CsvButton.js';

gql`
  fragment TriageAccuracy_report on TriageReport {
    confusion {
      field
      suggested
      final
      count
    }
    calibration {
      field
      from
      to
      count
      meanConfidence
      accepted
    }
  }
`;

const views = [
  { value: 'category', name: 'Category' },
  { value: 'priority', name: 'Priority' },
  { value: 'confidence', name: 'Confidence' },
] as const;

type View = (typeof views)[number]['value'];

/** Where triage errs: what it mistakes for what, and whether it is as sure as it is right. */
export function TriageAccuracy({ report }: { report: TriageAccuracy_ReportFragment }) {
  const [view, setView] = useState<View>('category');
  const ofField = (field: 'CATEGORY' | 'PRIORITY') => report.confusion.filter((cell) => cell.field === field);
  return (
    <Panel
      title="Accuracy"
      to={inboxPath({ outcome: ['CONFIRMED', 'OVERRIDDEN'] })}
      aside={
        <>
          <Segmented label="Triage accuracy of" value={view} options={views} onChange={setView} />
          <CsvButton
            name="Accuracy"
            columns={['Field', 'Suggested', 'Final', 'Tickets']}
            rows={() => report.confusion.map(({ field, suggested, final, count }) => [field, suggested, final, count])}
          />
        </>
      }
    >
      {view === 'category' && <Confusion cells={ofField('CATEGORY')} values={categories} names={categoryNames} />}
      {view === 'priority' && <Confusion cells={ofField('PRIORITY')} values={priorities} names={priorityNames} />}
      {view === 'confidence' && <Calibration buckets={report.calibration} />}
    </Panel>
  );
}
