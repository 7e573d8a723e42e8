import { describe, expect, it } from '@jest/globals';
import { violations } from './support/axe.js';
import { visits } from './support/visits.js';

interface Known {
  requesters: {
    edges: { node: { displayName: string; note: string; blocked: boolean; emails: { address: string }[] } }[];
  };
}

describe('the requesters', () => {
  const at = visits(async (desk) => {
    for (const [name, email] of [
      ['Mia Jansen', 'mia@example.org'],
      ['Tom Berg', 'tom@example.org'],
      [null, 'nobody.in.particular@a-rather-long-company-name.example.org'],
    ]) {
      await desk.query('mutation ($input: CreateTicketInput!) { createTicket(input: $input) { ticket { id } } }', {
        input: {
          title: `Of ${email}`,
          description: 'A question.',
          category: 'GENERAL',
          priority: 'LOW',
          requester: { name, email },
        },
      });
    }
  });
  const list = () => at.page.getByRole('list', { name: 'Requesters' });
  const dialog = () => at.page.getByRole('dialog', { name: 'Requester' });
  const known = async (search: string) => {
    const { requesters } = await at.desk.query<Known>(
      `{ requesters(search: "${search}", first: 5) { edges { node { displayName note blocked emails { address } } } } }`,
    );
    return requesters.edges.map(({ node }) => node);
  };
  const faults = async () => {
    const overflow = await at.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    return [...(await violations(at.page)), overflow];
  };

  it('are reached by palette and key, searched, and opened by keyboard', async () => {
    await at.page.goto('/');
    await at.page.getByRole('link', { name: /Of mia/ }).waitFor();
    await at.page.keyboard.press('Control+k');
    await at.page.getByRole('dialog').waitFor();
    await at.page.keyboard.type('requesters');
    await at.page.keyboard.press('Enter');
    await list().getByText('Mia Jansen').waitFor();
    expect(await list().getByRole('listitem').count()).toBe(3);
    await at.page.keyboard.press('f');
    await at.page.keyboard.type('TOM');
    await list().getByText('Mia Jansen').waitFor({ state: 'detached' });
    expect(await list().getByRole('listitem').count()).toBe(1);
    // What was typed last is not searched for yet.
    await at.page.keyboard.type('@');
    await at.page.keyboard.press('Escape');
    await at.page.keyboard.press('j');
    await at.page.keyboard.press('Enter');
    await dialog()
      .getByRole('link', { name: /Of tom/ })
      .waitFor();
    await at.page.waitForURL(/q=TOM%40$/);
    expect(await dialog().isVisible()).toBe(true);
    await at.page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'detached' });
    expect(new URL(at.page.url()).search).toBe('?q=TOM%40');
    expect(at.seen.complaints).toEqual([]);
  });

  it('are edited from the card of their ticket: name, note, addresses, and blocked', async () => {
    await at.page.goto('/');
    await at.page.getByRole('link', { name: /Of tom/ }).click();
    await at.page.getByRole('link', { name: 'Tom Berg', exact: true }).click();
    await dialog().getByRole('textbox', { name: 'Another address' }).fill('mia@example.org');
    await dialog().getByRole('button', { name: 'Add' }).click();
    await dialog().getByText('Another requester has this address.').waitFor();
    await dialog().getByRole('textbox', { name: 'Another address' }).fill('T.Berg@Example.com');
    await dialog().getByRole('button', { name: 'Add' }).click();
    await dialog().getByRole('button', { name: 'Make t.berg@example.com primary' }).click();
    await dialog().getByRole('button', { name: 'Make tom@example.org primary' }).waitFor();
    await dialog().getByRole('button', { name: 'Remove tom@example.org' }).click();
    await dialog().getByText('tom@example.org', { exact: true }).waitFor({ state: 'detached' });
    await dialog().getByRole('button', { name: 'Block', exact: true }).click();
    await dialog().getByRole('button', { name: 'Unblock' }).waitFor();
    await dialog().getByRole('textbox', { name: 'Name' }).fill('Thomas Berg');
    await dialog().getByRole('textbox', { name: 'Note' }).fill('Prefers to be called.');
    await dialog().getByRole('button', { name: 'Save' }).click();
    await list().getByText('Thomas Berg').waitFor();
    await list().getByText('blocked').waitFor();
    expect(await known('berg')).toEqual([
      {
        displayName: 'Thomas Berg',
        note: 'Prefers to be called.',
        blocked: true,
        emails: [{ address: 't.berg@example.com' }],
      },
    ]);
    expect(at.seen.complaints).toEqual([]);
  });

  it('are free of faults at both widths, and erased by administrators alone', async () => {
    await at.page.goto('/requesters?q=mia');
    await list().getByRole('link').click();
    await dialog()
      .getByRole('link', { name: /Of mia/ })
      .waitFor();
    // Without accounts nobody is an administrator.
    expect(await dialog().getByRole('button', { name: /Erase/ }).count()).toBe(0);
    for (const width of [1440, 360]) {
      await at.page.setViewportSize({ width, height: 800 });
      expect([width, await faults()]).toEqual([width, [0]]);
    }
    await at.page.keyboard.press('Escape');
    await at.page.goto('/requesters');
    await list().getByText('Mia Jansen').waitFor();
    expect(await faults()).toEqual([0]);
    await at.page.goto('/requesters?q=zzz');
    await at.page.getByText('No requester matches “zzz”').waitFor();
    await at.page.getByRole('button', { name: 'More' }).click();
    await at.page.getByRole('menuitem', { name: 'Requesters' }).click();
    await list().getByText('Mia Jansen').waitFor();
  });
});
