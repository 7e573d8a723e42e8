import { gql } from '../../apollo/gql.js';
import type { ReportGroups_GroupFragment, SuggestionFilter, TicketCategory, TriageSource } from '../../gql/graphql.js';
import { nameOfLanguage } from '../../tickets/filters/describeSuggestion.js';
import { sourceNames } from '../../tickets/filters/filterChoices.js';
import { categoryNames } from '../../tickets/vocabulary.js';
import { Panel } from '../../ui/feedback/Panel.js';
import { CsvButton } from '../CsvButton.js';
import { Counted, FiguresTable } from '../FiguresTable.js';
import { RightRate } from './RightRate.js';
import { suggestionsPath } from './suggestionsPath.js';

gql`
  fragment ReportGroups_group on TriageReportGroup {
    key
    source
    suggested
    reviewed
    notReviewed
    overridden
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

type Group = ReportGroups_GroupFragment;

/** How a row is called, and what finds its tickets; null where nothing does. */
interface Grouping {
  column: string;
  nameOf: (group: Group) => string;
  filterOf: (group: Group) => { suggestion?: SuggestionFilter; source?: TriageSource[] } | null;
}

const groupings = {
  language: {
    column: 'Language',
    nameOf: ({ key }) => nameOfLanguage(key),
    filterOf: ({ key }) => (key == null ? null : { suggestion: { language: key } }),
  },
  category: {
    column: 'Suggested category',
    nameOf: ({ key }) => categoryNames[key as TicketCategory],
    filterOf: ({ key }) => ({ suggestion: { category: key as TicketCategory } }),
  },
  source: {
    column: 'Answered by',
    nameOf: ({ key }) => sourceNames[key as TriageSource],
    filterOf: ({ key }) => ({ source: [key as TriageSource] }),
  },
  version: {
    column: 'Version',
    nameOf: ({ key, source }) => `${source ? sourceNames[source] : ''} ${key ?? ''}`.trim(),
    filterOf: ({ key, source }) => ({ suggestion: { version: key ?? '' }, source: source ? [source] : [] }),
  },
} satisfies Record<string, Grouping>;

interface ReportGroupsProps {
  title: string;
  by: keyof typeof groupings;
  groups: readonly Group[];
  since: string | null;
}

/** What became of suggestions, a row for each group; each number leads to its tickets. */
export function ReportGroups({ title, by, groups, since }: ReportGroupsProps) {
  const { column, nameOf, filterOf }: Grouping = groupings[by];
  const columns = [column, 'Reviewed', 'Category right', 'Priority right', 'Overridden', 'Not reviewed'];
  return (
    <Panel
      title={title}
      aside={
        <CsvButton
          name={`Triage ${title.toLowerCase()}`}
          columns={columns}
          rows={() =>
            groups.map((group) => [
              nameOf(group),
              group.reviewed,
              group.category.right,
              group.priority.right,
              group.overridden,
              group.notReviewed,
            ])
          }
        />
      }
    >
      <FiguresTable name={title} columns={columns} className="min-w-150 [&_td]:h-8">
        {groups.map((group) => {
          const filter = filterOf(group);
          const path = filter && suggestionsPath(since, filter);
          return (
            <tr key={`${group.source} ${group.key}`}>
              <th scope="row" className="text-left font-medium">
                <Counted to={path?.all()}>{nameOf(group)}</Counted>
              </th>
              <td>
                <Counted to={path?.reviewed()}>{group.reviewed}</Counted>
              </td>
              <td>
                <RightRate figures={group.category} to={path?.right('category')} />
              </td>
              <td>
                <RightRate figures={group.priority} to={path?.right('priority')} />
              </td>
              <td>
                <Counted to={path?.overridden()}>{group.overridden}</Counted>
              </td>
              <td className="text-meta">
                <Counted to={path?.notReviewed()}>{group.notReviewed}</Counted>
              </td>
            </tr>
          );
        })}
      </FiguresTable>
    </Panel>
  );
}
