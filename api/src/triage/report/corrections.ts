/** What people changed suggestions to, and by which words triage was misled. */
import type { EntityManager, EntityTarget, ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { Ticket } from '../../tickets/ticket.entity.js';
import { SuggestionOutcome } from '../../tickets/write/triage-port.js';
import { MisleadingWord } from './misleading-word.js';
import type { TriageCorrection } from './report-groups.js';
import { type ReportPeriod, within } from './report-period.js';
import { SuggestionResult } from './suggestion-result.js';

/** A word on one ticket alone says nothing about others. */
const fewestTickets = 2;
const mostWords = 5;

type Change = Pick<TriageCorrection, 'field' | 'suggested' | 'final'>;
type WordRow = Change & { readonly word: string };

const finalValue = "case taken.field when 'category' then ticket.category::text else ticket.priority::text end";
const howMany = 'count(distinct taken.ticketNumber)';

export async function correctionsOf(
  manager: EntityManager,
  period: ReportPeriod,
  first: number,
): Promise<TriageCorrection[]> {
  const corrections = await byChange(manager, SuggestionResult, period)
    .addSelect(`${howMany}::int`, 'count')
    .andWhere('taken.outcome = :overridden', { overridden: SuggestionOutcome.OVERRIDDEN })
    .orderBy('count', 'DESC')
    .addOrderBy('taken.field')
    .addOrderBy('taken.suggested')
    .addOrderBy('final')
    .limit(first)
    .getRawMany<Omit<TriageCorrection, 'words'>>();
  if (corrections.length === 0) return [];
  const words = await misleadingWords(manager, period);
  return corrections.map((correction) => ({
    ...correction,
    words: words
      .filter((word) => isSame(word, correction))
      .slice(0, mostWords)
      .map((word) => word.word),
  }));
}

/** The most frequent first. */
function misleadingWords(manager: EntityManager, period: ReportPeriod): Promise<WordRow[]> {
  return byChange(manager, MisleadingWord, period)
    .addSelect('taken.word', 'word')
    .addGroupBy('taken.word')
    .having(`${howMany} >= :fewest`, { fewest: fewestTickets })
    .orderBy(howMany, 'DESC')
    .addOrderBy('taken.word')
    .getRawMany<WordRow>();
}

/** Grouped by what was suggested and what the ticket has instead. */
function byChange<Row extends ObjectLiteral>(
  manager: EntityManager,
  rows: EntityTarget<Row>,
  period: ReportPeriod,
): SelectQueryBuilder<Row> {
  const changed = manager
    .createQueryBuilder(rows, 'taken')
    .innerJoin(Ticket, 'ticket', 'ticket.number = taken.ticketNumber')
    .select('taken.field', 'field')
    .addSelect('taken.suggested', 'suggested')
    .addSelect(finalValue, 'final')
    .where(`taken.suggested <> ${finalValue}`)
    .groupBy('taken.field')
    .addGroupBy('taken.suggested')
    .addGroupBy('final');
  return within(changed, 'taken', period);
}

function isSame(one: Change, other: Change): boolean {
  return one.field === other.field && one.suggested === other.suggested && one.final === other.final;
}
