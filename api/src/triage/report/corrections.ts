/** What people changed suggestions to, and by which words triage was misled. */
import type { EntityManager } from 'typeorm';
import { Ticket } from '../../tickets/ticket.entity.js';
import { SuggestionOutcome } from '../../tickets/write/triage-port.js';
import { MisleadingWord } from './misleading-word.js';
import type { TriageCorrection } from './report-groups.js';
import { type ReportPeriod, within } from './report-period.js';
import { SuggestionResult } from './suggestion-result.js';

/** A word on one ticket alone says nothing about others. */
const fewestTickets = 2;
const mostWords = 5;

type Counted = Omit<TriageCorrection, 'words'>;
type WordRow = Pick<TriageCorrection, 'field' | 'suggested' | 'final'> & { readonly word: string };

const finalOf = (alias: string) =>
  `case ${alias}.field when 'category' then ticket.category::text else ticket.priority::text end`;

export async function correctionsOf(
  manager: EntityManager,
  period: ReportPeriod,
  first: number,
): Promise<TriageCorrection[]> {
  const counted = within(
    manager
      .createQueryBuilder(SuggestionResult, 'result')
      .innerJoin(Ticket, 'ticket', 'ticket.number = result.ticketNumber')
      .select('result.field', 'field')
      .addSelect('result.suggested', 'suggested')
      .addSelect(finalOf('result'), 'final')
      .addSelect('count(distinct result.ticketNumber)::int', 'count')
      .where('result.outcome = :overridden', { overridden: SuggestionOutcome.OVERRIDDEN })
      .andWhere(`result.suggested <> ${finalOf('result')}`),
    'result',
    period,
  );
  const corrections = await counted
    .groupBy('result.field')
    .addGroupBy('result.suggested')
    .addGroupBy('final')
    .orderBy('count', 'DESC')
    .addOrderBy('result.field')
    .addOrderBy('result.suggested')
    .addOrderBy('final')
    .limit(first)
    .getRawMany<Counted>();
  if (corrections.length === 0) return [];
  const words = await misleadingWords(manager, period);
  const isSame = (a: Omit<WordRow, 'word'>, b: Omit<WordRow, 'word'>) =>
    a.field === b.field && a.suggested === b.suggested && a.final === b.final;
  return corrections.map((correction) => ({
    ...correction,
    words: words
      .filter((row) => isSame(row, correction))
      .slice(0, mostWords)
      .map(({ word }) => word),
  }));
}

/** The most frequent first. */
function misleadingWords(manager: EntityManager, period: ReportPeriod): Promise<WordRow[]> {
  const counted = within(
    manager
      .createQueryBuilder(MisleadingWord, 'misled')
      .innerJoin(Ticket, 'ticket', 'ticket.number = misled.ticketNumber')
      .select('misled.field', 'field')
      .addSelect('misled.suggested', 'suggested')
      .addSelect(finalOf('misled'), 'final')
      .addSelect('misled.word', 'word')
      .where(`misled.suggested <> ${finalOf('misled')}`),
    'misled',
    period,
  );
  return counted
    .groupBy('misled.field')
    .addGroupBy('misled.suggested')
    .addGroupBy('final')
    .addGroupBy('misled.word')
    .having('count(distinct misled.ticketNumber) >= :fewest', { fewest: fewestTickets })
    .orderBy('count(distinct misled.ticketNumber)', 'DESC')
    .addOrderBy('misled.word')
    .getRawMany<WordRow>();
}
