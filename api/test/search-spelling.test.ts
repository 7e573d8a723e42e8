import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startDesk, type TestDesk } from './support/desk.js';

/** A search finds what people mean, however one side or the other typed it. */
let desk: TestDesk;
beforeAll(async () => {
  desk = await startDesk();
});
afterAll(() => desk.close());

type Found = { tickets: { totalCount: number; edges: { node: { number: number } }[] } };

async function create(title: string, description = 'd'): Promise<number> {
  const { body } = await desk.rest<{ id: number }>('POST', '/api/tickets/', { title, description });
  return body.id;
}

/** What both doors find, and how many they say it is. */
async function search(words: string): Promise<{ numbers: number[]; counts: (number | string | null)[] }> {
  const query =
    'query ($search: String!) { tickets(filter: { search: $search }, first: 100) { totalCount edges { node { number } } } }';
  const { data } = await desk.graphql<Found>(query, { search: words });
  const path = `/api/tickets/?search=${encodeURIComponent(words)}`;
  const rest = await desk.rest<{ id: number }[]>('GET', path);
  const page = await desk.rest<{ id: number }[]>('GET', `${path}&limit=100`);
  const numbers = data.tickets.edges.map(({ node }) => node.number);
  expect(rest.body.map(({ id }) => id)).toEqual(numbers);
  expect(page.body.map(({ id }) => id)).toEqual(numbers);
  return { numbers, counts: [data.tickets.totalCount, Number(page.headers.get('x-total-count'))] };
}

const pairs: [kind: string, written: string, searched: string][] = [
  ['composed and decomposed letters', 'Rechnung zuru\u0308ckgeben', 'zur\u00FCckgeben'],
  ['decomposed and composed letters', 'Rechnung zur\u00FCckbuchen', 'zuru\u0308ckbuchen'],
  ['accents left out', 'Le café est fermé', 'ferme CAFE'],
  ['accents typed where none are', 'Resume of Zoe', 'résumé zoë'],
  ['the apostrophe of a phone', "I won't pay", 'won\u2019t'],
  ['an acute accent for an apostrophe', 'It doesn\u00B4t start', "doesn't"],
  ['a zero width space', 'order\u200Bnumber wrong', 'ordernumber'],
  ['a soft hyphen', 'Rechnungs\u00ADadresse', 'rechnungsadresse'],
  ['an invisible character in the query', 'parcelnumber wrong', 'parcel\u2060number'],
  ['one kind of hyphen', 'The e\u2011mail bounced', 'e-mail'],
  ['a dash in the query', 'The x-ray failed', 'x\u2013ray'],
  ['full-width digits', '注文番号９９０９９', '99099'],
  ['full-width letters and signs', 'Ｅｒｒｏｒ：９０９％', 'error:909%'],
  ['half-width katakana', 'ﾌﾟﾘﾝﾀｰ故障', 'プリンター'],
  ['sharp s', 'Straße gesperrt', 'STRASSE'],
  ['ss for sharp s', 'Fussball abgesagt', 'fußball'],
  ['ligatures', 'The ﬁle of the oﬃce', 'file office'],
  ['letters of their own', 'Łódź, Ærø and Þór', 'lodz aero thor'],
  ['Arabic vowel signs', '\u0645\u064F\u062D\u064E\u0645\u0651\u064E\u062F', '\u0645\u062D\u0645\u062F'],
  ['Hebrew points', 'שָׁלוֹם', 'שלום'],
  ['Cyrillic capitals', 'ПРИНТЕР СЛОМАН', 'принтер'],
  ['Greek capitals and the final sigma', 'Η ΟΔΟΣ έκλεισε', 'οδος εκλεισε'],
  ['the Turkish dotted capital', 'İADE TALEBİ', 'iade talebi'],
  ['a decomposed Korean syllable', '\u1112\u1161\u11AB국', '한국'],
  ['a no-break space', 'wide\u00A0gap', 'wide gap'],
];

describe('a search finds', () => {
  it.each(pairs)('%s: %j by %j', async (_kind, written, searched) => {
    const number = await create(written);
    expect(await search(searched)).toEqual({ numbers: [number], counts: [1, 1] });
    expect((await search(written)).numbers).toContain(number);
  });

  it('what is changed later, and no more what was there before', async () => {
    const number = await create('Wrong zebra');
    await desk.rest('PATCH', `/api/tickets/${number}/`, { title: 'Wrong Élan' });
    expect((await search('elan')).numbers).toEqual([number]);
    expect((await search('zebra')).numbers).toEqual([]);
  });

  it.each(['100%', 'a_b', 'c:\\temp'])('%s by its own signs, which are no patterns', async (words) => {
    const number = await create(`About ${words} here`);
    await create(`About ${words.replace(/[%_\\]/, 'x')} here`);
    expect((await search(words)).numbers).toEqual([number]);
  });

  it('no か where か\u3099 is written', async () => {
    await create('か\u3099');
    expect((await search('か')).numbers).toEqual([]);
  });
});

describe('a number', () => {
  const forms = ['', '#', 'T-', 't', 'T ', 'T\u2013', 'ticket ', 'Ticket #', '[#', '[T-', '＃', ' #'];
  const written = (form: string, number: number) => `${form}${number}${form.startsWith('[') ? ']' : ''}`;

  it.each(forms)('as %jN finds its ticket', async (form) => {
    const number = await create('Anything');
    expect(await search(written(form, number))).toEqual({ numbers: [number], counts: [1, 1] });
  });

  it.each(forms)('as %jN finds the texts that have it, too', async (form) => {
    const number = await create('Anything');
    const mention = await create(`See also ${written(form, number).replace(/[[\]]/g, '').trim()} of today`);
    expect(await search(written(form, number))).toEqual({ numbers: [mention, number], counts: [2, 2] });
  });

  it.each(['#0', '#99999999999', '99999999999999999999', 'T-x'])('%s, which no ticket has, is words', async (words) => {
    const number = await create(`Reference ${words}!`);
    expect((await search(words)).numbers).toEqual([number]);
  });

  it('keeps to the other conditions', async () => {
    const number = await create('Anything');
    const rest = await desk.rest<unknown[]>('GET', `/api/tickets/?search=%23${number}&status=closed`);
    expect(rest.body).toEqual([]);
  });
});
