import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { ClassifierStore } from '../src/triage/learning/classifier-store.js';
import { noteLanguages } from '../src/triage/report/languages.js';
import { startDesk, type TestDesk } from './support/desk.js';
import { inDatabase } from './support/requester-page.js';
import { suggesting } from './support/suggestions.js';
import { ask, type Credentials, joinTeam } from './support/team.js';

const german = { title: 'Doppelt abgebucht', description: 'Meine Karte wurde für dieselbe Rechnung zweimal belastet.' };
const invoice = {
  title: 'Charged twice',
  description: 'The invoice was charged twice, please refund one of the payments.',
};

type Figures = { reviewed: number; right: number; accuracy: number | null };
type Group = {
  key: string | null;
  source: string | null;
  suggested: number;
  reviewed: number;
  notReviewed: number;
  overridden: number;
  sureAndWrong: number;
  category: Figures;
  priority: Figures;
};
const group = `key source suggested reviewed notReviewed overridden sureAndWrong
  category { reviewed right accuracy } priority { reviewed right accuracy }`;

const dataSourceOf = ({ services }: TestDesk) => Reflect.get(services.triage.report, 'dataSource') as DataSource;

let desk: TestDesk;
beforeAll(async () => {
  desk = await startDesk();
  const dataSource = dataSourceOf(desk);
  const { create, confirm } = suggesting(desk);
  const confirmed = await create(german);
  await confirm(confirmed.ticket?.suggestion?.id ?? '');
  for (const description of [invoice.description, `${invoice.description} Again.`])
    await create({ ...invoice, description, category: 'ACCOUNT' });
  await create(invoice);
  await create({ title: '2026', description: '4711' });
  expect(await noteLanguages(dataSource)).toBe(5);
  expect(await noteLanguages(dataSource)).toBe(0);
});
afterAll(() => desk.close());

async function report<Part>(selection: string, days: number | null = 7): Promise<Part> {
  const { data, errors } = await desk.graphql<{ triageReport: Part }>(
    `query ($days: Int) { triageReport(days: $days) { ${selection} } }`,
    { days },
  );
  if (errors) throw new Error(errors[0]?.message);
  return data.triageReport;
}

const groupsBy = async (by: string) => (await report<{ groups: Group[] }>(`groups(by: ${by}) { ${group} }`)).groups;

async function found(filter: object): Promise<number> {
  const { data } = await desk.graphql<{ tickets: { totalCount: number } }>(
    'query ($filter: TicketFilter) { tickets(filter: $filter, first: 1) { totalCount } }',
    { filter },
  );
  return data.tickets.totalCount;
}

describe('the report of triage', () => {
  it('tells by language how much was reviewed and right, and says where it cannot tell', async () => {
    const groups = await groupsBy('LANGUAGE');
    expect(groups.map(({ key, suggested, reviewed }) => [key, suggested, reviewed])).toEqual([
      ['en', 3, 2],
      ['de', 1, 1],
      ['und', 1, 0],
    ]);
    expect(groups[0]).toMatchObject({
      notReviewed: 1,
      overridden: 2,
      category: { reviewed: 2, right: 0, accuracy: 0 },
    });
    expect(groups[1]).toMatchObject({ overridden: 0, category: { reviewed: 1, right: 1, accuracy: 1 } });
    expect(groups[2]).toMatchObject({ category: { reviewed: 0, right: 0, accuracy: null } });
  });

  it.each(['LANGUAGE', 'CATEGORY', 'SOURCE', 'VERSION'])('adds up by %s', async (by) => {
    const { total } = await report<{ total: Group }>(`total { ${group} }`);
    const groups = await groupsBy(by);
    for (const count of ['suggested', 'reviewed', 'notReviewed', 'overridden', 'sureAndWrong'] as const)
      expect([count, groups.reduce((sum, one) => sum + one[count], 0)]).toEqual([count, total[count]]);
    expect(total.suggested).toBe(5);
    expect(groups.every(({ source }) => (by === 'VERSION') === (source !== null))).toBe(true);
  });

  it('leads from each number to its tickets', async () => {
    for (const { key, suggested, overridden } of await groupsBy('LANGUAGE')) {
      expect(
        await found({ suggestion: { language: key }, suggestionOutcome: ['KEPT', 'CONFIRMED', 'OVERRIDDEN'] }),
      ).toBe(suggested);
      expect(await found({ suggestion: { language: key, categoryOutcome: ['OVERRIDDEN'] } })).toBe(overridden);
    }
    for (const { key, suggested } of await groupsBy('CATEGORY'))
      expect([key, await found({ suggestion: { category: key } })]).toEqual([key, suggested]);
    for (const { key, source, suggested } of await groupsBy('VERSION'))
      expect(await found({ suggestion: { version: key }, suggestionSource: [source] })).toBe(suggested);
    const now = new Date().toISOString();
    expect(await found({ suggestion: { createdAt: { from: now } } })).toBe(0);
    expect(await found({ suggestion: { createdAt: { to: now }, priorityOutcome: ['CONFIRMED'] } })).toBe(1);
  });

  it('names what people changed to what, and the words that misled', async () => {
    type Correction = { field: string; suggested: string; final: string; count: number; words: string[] };
    const { corrections } = await report<{ corrections: Correction[] }>(
      'corrections(first: 5) { field suggested final count words }',
    );
    expect(corrections).toEqual([
      { field: 'CATEGORY', suggested: 'billing', final: 'account', count: 2, words: expect.anything() },
    ]);
    expect(corrections[0]?.words).toContain('invoice');
  });

  it('answers the reviewed tickets again', async () => {
    type Result = { version: string | null; builtIn: boolean; source: string; category: Figures };
    const { replay } = await report<{ replay: { ticketCount: number; results: Result[]; modelTicketCount: number } }>(
      'replay { ticketCount modelTicketCount results { source version builtIn category { reviewed right accuracy } } }',
    );
    expect(replay).toMatchObject({ ticketCount: 3, modelTicketCount: 0 });
    expect(replay.results).toEqual([
      { source: 'LOCAL', version: null, builtIn: false, category: { reviewed: 3, right: 1, accuracy: 1 / 3 } },
      {
        source: 'LOCAL',
        version: expect.any(String),
        builtIn: true,
        category: { reviewed: 3, right: 1, accuracy: 1 / 3 },
      },
    ]);
  });

  it('looks back as far as it is asked to', async () => {
    await inDatabase(desk, `update triage_suggestion set created_at = now() - interval '8 days' where language = $1`, [
      'de',
    ]);
    expect((await groupsBy('LANGUAGE')).map(({ key }) => key)).toEqual(['en', 'und']);
    const { total } = await report<{ total: Group }>(`total { ${group} }`, null);
    expect(total.suggested).toBe(5);
    const { confusion } = await report<{ confusion: { count: number }[] }>('confusion { count }', 9);
    expect(confusion.reduce((sum, { count }) => sum + count, 0)).toBe(4);
  });

  it.each([
    ['days: 0', 'total { suggested }', 'between 1 and 366'],
    ['days: 367', 'total { suggested }', 'between 1 and 366'],
    ['days: 7', 'corrections(first: 101) { count }', 'between 1 and 100'],
  ])('refuses (%s) { %s }', async (argument, selection, message) => {
    const { errors } = await desk.graphql(`{ triageReport(${argument}) { ${selection} } }`);
    expect(errors).toEqual([expect.objectContaining({ message: expect.stringContaining(message) })]);
  });

  it('refuses filters that no suggestion can meet', async () => {
    const { errors } = await desk.graphql(
      '{ tickets(filter: { suggestion: { language: "d\\u0000" } }) { totalCount } }',
    );
    expect(errors).toEqual([expect.objectContaining({ message: expect.stringContaining('Null characters') })]);
  });
});

describe('the local classifiers', () => {
  type Known = { version: string; builtIn: boolean; inUse: boolean; labelCount: number | null; reason: string | null };
  type Used = { classifiers: Known[] | null; userErrors: { code: string; path: string[] }[] };
  const fields = 'version builtIn inUse labelCount heldOutAccuracy trainedAt reason';
  let team: TestDesk;
  let admin: Credentials;
  let agent: Credentials;
  beforeAll(async () => {
    team = await startDesk();
    admin = await joinTeam(team, 'ada@example.org', '--admin');
    agent = await joinTeam(team, 'ben@example.org');
  });
  afterAll(() => team.close());

  const list = async (by: Credentials) => {
    const { body } = await ask(team, by, `{ triageClassifiers { ${fields} } }`);
    return body.data?.triageClassifiers as Known[];
  };
  const use = (by: Credentials, version: string) =>
    ask(
      team,
      by,
      `mutation ($version: String!) { useTriageClassifier(input: { version: $version }) {
        classifiers { ${fields} } userErrors { code path } } }`,
      { version },
    );
  const used = async (version: string) => (await use(admin, version)).body.data?.useTriageClassifier as Used;
  const inUse = (known: Known[] | null) => known?.find((one) => one.inUse)?.version;

  it('are listed with why they are in use, and an administrator goes back to any of them', async () => {
    const [builtIn] = await list(agent);
    expect(builtIn).toMatchObject({ builtIn: true, inUse: true, labelCount: null, reason: null });
    const artefact = readFileSync(new URL('../src/triage/engines/local/classifier.bin', import.meta.url));
    const heldOut = { confirmed: 5, gained: 2, lost: 1 };
    const shares = { heldOut: 0.8, dev: 0.9 };
    await new ClassifierStore(dataSourceOf(team)).add('trained', artefact, {
      labelCount: 40,
      scores: { candidate: shares, inUse: shares, builtIn: { dev: 0.9 }, heldOut, reason: 'It gains 2 and loses 1.' },
    });
    expect(await list(agent)).toEqual([
      {
        version: 'trained',
        builtIn: false,
        inUse: false,
        labelCount: 40,
        heldOutAccuracy: 0.8,
        trainedAt: expect.any(String),
        reason: 'It gains 2 and loses 1.',
      },
      builtIn,
    ]);
    expect(inUse((await used('trained')).classifiers)).toBe('trained');
    expect(inUse(await list(agent))).toBe('trained');
    expect(inUse((await used(builtIn?.version ?? '')).classifiers)).toBe(builtIn?.version);
    const audited = 'select target from audit_event where type = $1 order by id';
    expect(await inDatabase(team, audited, ['classifier_changed'])).toEqual([
      { target: 'trained' },
      { target: 'the built-in classifier' },
    ]);
  });

  it('are changed by administrators alone, and only to what there is', async () => {
    expect((await use(agent, 'trained')).body.errors).toEqual([
      expect.objectContaining({ message: expect.any(String) }),
    ]);
    expect(await used('nonsense')).toEqual({
      classifiers: null,
      userErrors: [{ code: 'NOT_FOUND', path: ['version'] }],
    });
  });
});
