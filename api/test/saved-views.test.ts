import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startDesk, type TestDesk } from './support/desk.js';
import { ask, type Credentials, joinTeam } from './support/team.js';

let desk: TestDesk;
let ada: Credentials;
let bob: Credentials;
let cleo: Credentials;
let team: string;
beforeAll(async () => {
  desk = await startDesk();
  ada = await joinTeam(desk, 'ada@example.org', '--admin');
  bob = await joinTeam(desk, 'bob@example.org');
  cleo = await joinTeam(desk, 'cleo@example.org');
  const made = await ask(
    desk,
    ada,
    'mutation { saveTeam(input: { name: "P", handle: "p", categories: [] }) { team { id } } }',
  );
  team = /"id":"(\w+)"/.exec(JSON.stringify(made.body.data))?.[1] ?? '';
  const me = await ask(desk, bob, '{ viewer { user { id } } }');
  const id = /"id":"(\w+)"/.exec(JSON.stringify(me.body.data))?.[1];
  await ask(
    desk,
    ada,
    `mutation { setTeamMembers(input: { teamId: "${team}", members: [{ userId: "${id}" }] }) { userErrors { code } } }`,
  );
});
afterAll(() => desk.close());

type Saved = { view: { id: string; position: number } | null; userErrors: { code: string; path: string[] }[] };
async function save(by: Credentials, input: string): Promise<Saved> {
  const query = `mutation { saveView(input: { ${input} }) { view { id position } userErrors { code path } } }`;
  return (await ask(desk, by, query)).body.data?.saveView as Saved;
}
async function namesOf(by: Credentials): Promise<string[]> {
  const query = '{ savedViews { totalCount edges { node { name viewerCanEdit } } } }';
  type Views = { totalCount: number; edges: { node: { name: string; viewerCanEdit: boolean } }[] };
  const { body } = await ask(desk, by, query);
  const { edges, totalCount } = (body.data as { savedViews: Views }).savedViews;
  expect(edges).toHaveLength(totalCount);
  return edges.map(({ node }) => node.name + (node.viewerCanEdit ? '' : ' (fixed)'));
}

test('a view is its owner’s, its team’s or everybody’s, and changed by whoever may', async () => {
  const mine = await save(bob, 'name: "Mine", query: "status=open", sharedWith: ME');
  const ours = await save(bob, `name: "Ours", query: "category=billing", sharedWith: TEAM, teamId: "${team}"`);
  const all = await save(bob, 'name: "All", query: "", sharedWith: EVERYBODY');
  expect([mine, ours, all].map(({ view }) => view?.position)).toEqual([1, 2, 3]);
  expect(await namesOf(bob)).toEqual(['Mine', 'Ours', 'All']);
  expect(await namesOf(cleo)).toEqual(['All (fixed)']);
  expect(await namesOf(ada)).toEqual(['All']);
  const rename = (view: Saved) => `id: "${view.view?.id}", name: "Renamed", query: "", sharedWith: EVERYBODY`;
  expect((await save(cleo, rename(all))).userErrors).toEqual([{ code: 'FORBIDDEN', path: ['id'] }]);
  expect((await save(ada, rename(mine))).userErrors).toEqual([{ code: 'NOT_FOUND', path: ['id'] }]);
  expect((await save(ada, rename(all))).userErrors).toEqual([]);
  expect(
    (await save(bob, `id: "${mine.view?.id}", name: "Mine", query: "", sharedWith: ME, position: 9`)).view?.position,
  ).toBe(9);
  expect(await namesOf(bob)).toEqual(['Ours', 'Renamed', 'Mine']);
  const node = `{ node(id: "${mine.view?.id}") { id } }`;
  expect((await ask(desk, cleo, node)).body.data).toEqual({ node: null });
  const remove = `mutation { deleteView(input: { id: "${all.view?.id}" }) { deletedViewId userErrors { code } } }`;
  expect((await ask(desk, cleo, remove)).body.data).toMatchObject({ deleteView: { deletedViewId: null } });
  expect((await ask(desk, bob, remove)).body.data).toMatchObject({ deleteView: { deletedViewId: all.view?.id } });
  expect(await namesOf(cleo)).toEqual([]);
});

test('what no view can be is refused with its path', async () => {
  for (const [input, path] of [
    ['name: " ", query: "", sharedWith: ME', 'name'],
    [`name: "A", query: "${'a'.repeat(2_001)}", sharedWith: ME`, 'query'],
    ['name: "A", query: "", sharedWith: TEAM', 'teamId'],
    [`name: "A", query: "", sharedWith: ME, teamId: "${team}"`, 'teamId'],
  ]) {
    expect((await save(bob, input ?? '')).userErrors).toEqual([{ code: 'INVALID_INPUT', path: [path] }]);
  }
  const foreign = await save(cleo, `name: "A", query: "", sharedWith: TEAM, teamId: "${team}"`);
  expect(foreign.userErrors).toEqual([{ code: 'INVALID_INPUT', path: ['teamId'] }]);
});
