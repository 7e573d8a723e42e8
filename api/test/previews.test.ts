import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startDesk, type TestDesk } from './support/desk.js';
import { beforeStatements } from './support/statements.js';

const long = `${'A long story. '.repeat(7_000)}The end.`;

let desk: TestDesk;
beforeAll(async () => {
  desk = await startDesk();
  for (let count = 0; count < 20; count++) {
    await desk.rest('POST', '/api/tickets/', {
      title: `Story ${count}`,
      description: `Story ${count}: **and** ${long}`,
    });
  }
});
afterAll(() => desk.close());

type Page = { tickets: { edges: { node: { preview: string; description?: string } }[] } };

/** What the statements of a list answer, in characters, and the list. */
async function read(selection: string, filter = '') {
  const texts: string[] = [];
  const { data, errors } = await beforeStatements(
    () => desk.graphql<Page>(`{ tickets(first: 20 ${filter}) { edges { node { ${selection} } } } }`),
    ({ text }) => void texts.push(text),
  );
  expect(errors).toBeUndefined();
  return {
    nodes: data.tickets.edges.map(({ node }) => node),
    statements: texts.filter((text) => /from \(?.*\bticket\b/s.test(text)),
  };
}

test.each(['', ', filter: { search: "story" }', ', filter: { search: "end" }'])(
  'a list of previews reads the beginnings of descriptions alone (%s)',
  async (filter) => {
    const { nodes, statements } = await read('number preview', filter);
    expect(nodes).toHaveLength(20);
    expect(nodes.every(({ preview }) => preview.startsWith('and A long story.') && preview.length === 240)).toBe(true);
    const selected = statements
      .map((text) => text.slice(0, text.indexOf(' from ')))
      .filter((text) => text.includes('title'));
    expect(selected.length).toBeGreaterThan(0);
    expect(selected.filter((text) => !text.includes('left(description, 4000)'))).toEqual([]);
  },
);

test.each([
  'description preview',
  '... on Ticket { preview text: description }',
  'preview @skip(if: false) description',
])('what selects descriptions (%s) has them whole', async (selection) => {
  const { nodes } = await read(selection);
  const whole = nodes.map((node) => Object.values(node).find((text) => String(text).length > 1_000));
  expect(whole.every((text) => String(text).endsWith('The end.'))).toBe(true);
});

test('a preview is the same in a list, of one ticket and after a change', async () => {
  const { data: listed } = await desk.graphql<Page>('{ tickets(first: 1) { edges { node { preview } } } }');
  const query = `mutation { updateTicket(input: { id: "${btoa('Ticket:20')}", priority: HIGH }) { ticket { preview } } }`;
  const { data: changed } = await desk.graphql<{ updateTicket: { ticket: { preview: string } } }>(query);
  const { data: single } = await desk.graphql<{ ticket: { preview: string } }>('{ ticket(number: 20) { preview } }');
  expect([changed.updateTicket.ticket.preview, single.ticket.preview]).toEqual(
    Array(2).fill(listed.tickets.edges[0]?.node.preview),
  );
});
