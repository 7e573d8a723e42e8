import { expect, test } from '@jest/globals';
import { startDesk } from './support/desk.js';
import { ask, type Credentials, joinTeam } from './support/team.js';

type RestTicket = { id: number };

const ticket = { title: 'Invoice', description: 'The invoice is wrong.', category: 'billing', priority: 'low' };
const globalId = (number: number) => Buffer.from(`Ticket:${number}`).toString('base64url');

test('figures tell what each person and each team has, and what nobody has', async () => {
  const own = await startDesk();
  try {
    const [eve, finn] = [await joinTeam(own, 'eve@example.org', '--admin'), await joinTeam(own, 'finn@example.org')];
    const team = 'name: "Payments", handle: "payments", categories: [BILLING]';
    await ask(own, eve, `mutation { saveTeam(input: { ${team} }) { userErrors { code } } }`);
    const submit = async (category: string) =>
      (await own.rest<RestTicket>('POST', '/api/tickets/', { ...ticket, category }, eve)).body.id;
    const take = (by: Credentials, number: number) =>
      ask(own, by, `mutation { claimTicket(input: { id: "${globalId(number)}" }) { userErrors { code } } }`);
    for (const category of ['billing', 'billing', 'general']) await take(finn, await submit(category));
    const done = await submit('general');
    await take(eve, done);
    const reply = `addReply(input: { ticketId: "${globalId(done)}", body: "Done." }) { userErrors { message } }`;
    expect((await ask(own, eve, `mutation { ${reply} }`)).body.data).toEqual({ addReply: { userErrors: [] } });
    await own.rest('PATCH', `/api/tickets/${done}/`, { status: 'closed' }, eve);
    await submit('general');
    const figures = 'unfinished waitingForTeam waitingSince medianMinutesToFirstResponse resolvedInPeriod';
    const waiting = { waitingSince: expect.any(String), medianMinutesToFirstResponse: null, resolvedInPeriod: 0 };
    const none = { waitingForTeam: 0, waitingSince: null };
    const query = `{ ticketStats { byAssignee { assignee { handle } ${figures} } byTeam { team { handle } unfinished resolvedInPeriod medianHoursToResolve }
      period { firstResponses { from to count } } } }`;
    expect((await ask(own, finn, query)).body.data).toEqual({
      ticketStats: {
        byAssignee: [
          { assignee: { handle: 'finn' }, unfinished: 3, waitingForTeam: 3, ...waiting },
          {
            assignee: { handle: 'eve' },
            unfinished: 0,
            ...none,
            medianMinutesToFirstResponse: expect.any(Number),
            resolvedInPeriod: 1,
          },
          { assignee: null, unfinished: 1, waitingForTeam: 1, ...waiting },
        ],
        period: {
          firstResponses: [
            { from: 0, to: 15, count: 1 },
            { from: 15, to: 60, count: 0 },
            { from: 60, to: 240, count: 0 },
            { from: 240, to: 1440, count: 0 },
            { from: 1440, to: null, count: 0 },
          ],
        },
        byTeam: [
          { team: { handle: 'payments' }, unfinished: 2, resolvedInPeriod: 0, medianHoursToResolve: null },
          { team: null, unfinished: 2, resolvedInPeriod: 1, medianHoursToResolve: expect.any(Number) },
        ],
      },
    });
  } finally {
    await own.close();
  }
});
