/** Counts suggestions by what they have in common. */
import type { SelectQueryBuilder } from 'typeorm';
import { SuggestionOutcome, type TriageSource } from '../../tickets/write/triage-port.js';
import type { TriageSuggestion } from '../suggestions/suggestion.entity.js';
import { sureFrom, type TriageFieldFigures, type TriageReportGroup, TriageReportGrouping } from './report-groups.js';

type Query = SelectQueryBuilder<TriageSuggestion>;
type Counts = Pick<TriageReportGroup, 'suggested' | 'reviewed' | 'overridden' | 'sureAndWrong'>;
export type GroupRow = Counts & {
  readonly key: string | null;
  readonly source: TriageSource | null;
  readonly categoryReviewed: number;
  readonly categoryRight: number;
  readonly priorityReviewed: number;
  readonly priorityRight: number;
};

const { PENDING, CONFIRMED, OVERRIDDEN } = SuggestionOutcome;
const fields = ['category', 'priority'] as const;

const met = (field: string, ...outcomes: SuggestionOutcome[]) =>
  `suggestion.${field}.outcome in (${outcomes.map((outcome) => `'${outcome}'`).join(', ')})`;
const either = (condition: (field: string) => string) => fields.map(condition).join(' or ');
const count = (condition: string) => `count(*) filter (where ${condition})::int`;

const isReviewed = (field: string) => met(field, CONFIRMED, OVERRIDDEN);
const isSureAndWrong = (field: string) =>
  `(${met(field, OVERRIDDEN)} and suggestion.${field}.confidence >= ${sureFrom} and not suggestion.${field}.belowThreshold)`;

const keys = {
  [TriageReportGrouping.LANGUAGE]: 'suggestion.language',
  [TriageReportGrouping.CATEGORY]: 'upper(cast(suggestion.category.value as text))',
  [TriageReportGrouping.SOURCE]: 'upper(cast(suggestion.source as text))',
  [TriageReportGrouping.VERSION]: 'suggestion.version',
} as const;

/** The figures of all suggestions that reached a ticket and whose outcome is known. */
export function figuresOf(query: Query): Query {
  return query
    .select('count(*)::int', 'suggested')
    .addSelect(count(either(isReviewed)), 'reviewed')
    .addSelect(count(either((field) => met(field, OVERRIDDEN))), 'overridden')
    .addSelect(count(either(isSureAndWrong)), 'sureAndWrong')
    .addSelect(count(isReviewed('category')), 'categoryReviewed')
    .addSelect(count(met('category', CONFIRMED)), 'categoryRight')
    .addSelect(count(isReviewed('priority')), 'priorityReviewed')
    .addSelect(count(met('priority', CONFIRMED)), 'priorityRight')
    .where('suggestion.ticketNumber is not null')
    .andWhere(`not (${met('category', PENDING)} and ${met('priority', PENDING)})`);
}

/** The same by group, the largest first. */
export function groupedBy(query: Query, grouping: TriageReportGrouping): Query {
  const grouped = figuresOf(query).addSelect(keys[grouping], 'key').groupBy(keys[grouping]);
  if (grouping === TriageReportGrouping.VERSION)
    grouped.addSelect('suggestion.source', 'source').addGroupBy('suggestion.source');
  return grouped.orderBy('suggested', 'DESC').addOrderBy('key');
}

export function groupOf(row: GroupRow): TriageReportGroup {
  const { categoryReviewed, categoryRight, priorityReviewed, priorityRight, ...counts } = row;
  return {
    ...counts,
    key: row.key ?? null,
    source: row.source ?? null,
    notReviewed: row.suggested - row.reviewed,
    category: fieldFigures(categoryReviewed, categoryRight),
    priority: fieldFigures(priorityReviewed, priorityRight),
  };
}

export function fieldFigures(reviewed: number, right: number): TriageFieldFigures {
  return { reviewed, right, accuracy: reviewed === 0 ? null : right / reviewed };
}
