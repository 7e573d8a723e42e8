/** Many who tell of one outage at once are proposed as an incident. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startConversation } from './support/conversation.js';
import { startDesk, type TestDesk } from './support/desk.js';
import { eventually } from './support/eventually.js';
import { startIncidents } from './support/incidents.js';
import { ticketId } from './support/merging.js';
import { inDatabase } from './support/requester-page.js';

type Proposal = { isNew: boolean; incident: { number: number }; tickets: { number: number }[]; minutes: number } | null;

const outage = [
  ['Exports fail since this morning', 'Every CSV export ends with "job expired" after a minute.'],
  ['Export does not finish', 'I start the csv export and get job expired, tried three times.'],
  ['CSV export broken', 'The export job expired again, nothing is downloaded.'],
  ['Cannot export', 'Job expired is all I see when I export to csv.'],
  ['Export job expired', 'My csv export fails with job expired after a minute.'],
] as const;

let desk: TestDesk;
beforeAll(async () => {
  desk = await startDesk();
});
afterAll(() => desk.close());

async function submit([title, description]: readonly [string, string], email: string): Promise<number> {
  const query = 'mutation ($input: CreateTicketInput!) { createTicket(input: $input) { ticket { number } } }';
  const input = { title, description, requester: { email } };
  const { data } = await desk.graphql<{ createTicket: { ticket: { number: number } } }>(query, { input });
  return data.createTicket.ticket.number;
}

async function proposedFor(number: number): Promise<Proposal> {
  const query = `{ ticket(number: ${number}) { incidentProposal { isNew incident { number } tickets { number } minutes } } }`;
  return (await desk.graphql<{ ticket: { incidentProposal: Proposal } }>(query)).data.ticket.incidentProposal;
}

const comes = async (number: number) => {
  await eventually(async () => (await proposedFor(number)) !== null);
  return proposedFor(number);
};

test('one person who writes often is no incident; five are, and what is like one that goes on is proposed for it', async () => {
  const label = ['Label has no barcode', 'The shipping label of my parcel has no barcode.'] as const;
  for (let count = 0; count < 6; count++) await submit(label, 'mia@example.org');

  const numbers: number[] = [];
  for (const [at, text] of outage.entries()) numbers.push(await submit(text, `user${at}@example.org`));
  const [oldest = 0, ...rest] = numbers;
  const last = rest.at(-1) ?? 0;
  expect(await comes(last)).toEqual({
    isNew: true,
    incident: { number: oldest },
    tickets: rest.map((number) => ({ number })),
    minutes: 1,
  });
  expect(await proposedFor(1)).toBeNull();

  const incidents = startIncidents(desk);
  await incidents.set(oldest, rest);
  expect(await proposedFor(last)).toBeNull();
  const late = await submit(['Exports fail again', 'Every CSV export ends with "job expired".'], 'late@example.org');
  expect(await comes(late)).toMatchObject({ isNew: false, incident: { number: oldest }, tickets: [{ number: late }] });
  expect(await comes(oldest)).toMatchObject({
    isNew: false,
    incident: { number: oldest },
    tickets: [{ number: late }],
  });

  const dismissed = await submit(['Export hangs', 'The csv export ends: job expired.'], 'last@example.org');
  await comes(dismissed);
  const dismiss =
    'mutation ($input: DismissSimilarInput!) { dismissSimilar(input: $input) { userErrors { message } } }';
  for (const other of [...numbers, late]) {
    await desk.graphql(dismiss, { input: { ticketId: ticketId(dismissed), otherId: ticketId(other) } });
  }
  expect(await proposedFor(dismissed)).toBeNull();

  // As many as one incident takes, less the five that are part of it.
  const further = `insert into ticket (title, description, category, priority, incident)
    select 'Label ' || i, 'No barcode.', 'general', 'low', $1 from generate_series(1, $2::integer) as i`;
  await inDatabase(desk, further, [oldest, 100 - rest.length - 1]);
  expect(await proposedFor(late)).toMatchObject({ incident: { number: oldest } });
  await inDatabase(desk, further, [oldest, 1]);
  expect(await proposedFor(late)).toBeNull();
  await inDatabase(desk, `delete from ticket where incident = $1 and title like 'Label %'`, [oldest]);

  const change = startConversation(desk).change;
  await change({ id: ticketId(oldest), number: oldest }, { status: 'RESOLVED' });
  expect(await proposedFor(late)).toBeNull();
});
