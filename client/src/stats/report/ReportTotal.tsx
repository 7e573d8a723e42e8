import { gql } from '../../apollo/gql.js';
import type { ReportTotal_GroupFragment } from '../../gql/graphql.js';
import { formatNumber } from '../../time/time.js';
import { Figure } from '../Figure.js';
import { suggestionsPath } from './suggestionsPath.js';

gql`
  fragment ReportTotal_group on TriageReportGroup {
    suggested
    reviewed
    sureAndWrong
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

/** Fewer say little about how often triage is right. */
export const fewestReviewed = 30;

/** The four figures that sum the report up. */
export function ReportTotal({ total, since }: { total: ReportTotal_GroupFragment; since: string | null }) {
  const { suggested, reviewed, category, priority, sureAndWrong } = total;
  const path = suggestionsPath(since);
  return (
    <div>
      <ul className="grid grid-cols-4 gap-px overflow-hidden rounded-3 border border-line bg-hair max-panel:grid-cols-2">
        <Figure name="Reviewed" value={formatNumber(reviewed)} to={path.reviewed()}>
          of {formatNumber(suggested)} with a suggestion
        </Figure>
        <RightFigure name="Category right" figures={category} to={path.right('category')} />
        <RightFigure name="Priority right" figures={priority} to={path.right('priority')} />
        <Figure name="Sure and wrong" value={formatNumber(sureAndWrong)} to={path.overridden()}>
          90% or surer, overridden
        </Figure>
      </ul>
      <p className="mt-2 text-12 text-pretty text-meta">
        A suggestion is reviewed once a person has confirmed or overridden it. What nobody has reviewed counts neither
        way. Rates need {fewestReviewed} reviewed suggestions.
      </p>
    </div>
  );
}

interface RightFigureProps {
  name: string;
  figures: ReportTotal_GroupFragment['category'];
  to: string;
}

function RightFigure({ name, figures: { reviewed, right }, to }: RightFigureProps) {
  const isRate = reviewed >= fewestReviewed;
  return (
    <Figure
      name={name}
      value={isRate ? formatNumber(Math.round((right / reviewed) * 100)) : formatNumber(right)}
      unit={isRate ? '%' : null}
      to={to}
    >
      {isRate ? `${formatNumber(right)} of ` : 'of '}
      {formatNumber(reviewed)} reviewed
    </Figure>
  );
}
