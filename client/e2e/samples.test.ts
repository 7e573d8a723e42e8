import { beforeEach, expect, it } from '@jest/globals';
import { visits } from './support/visits.js';

const place = visits();

beforeEach(async () => {
  const { desk, page } = place;
  await desk.query('mutation { removeSampleTickets { removedCount } }');
  await desk.query('mutation { addSampleTickets(input: { count: 60 }) { createdCount } }');
  await page.goto('/');
  await page.getByText(/^\d+ tickets?$/).waitFor();
});

const isGone = async () => {
  const { page, seen } = place;
  await page.getByText('60 sample tickets removed').waitFor();
  await page
    .getByRole('region', { name: 'Sample tickets' })
    .getByText(/^60 sample/)
    .waitFor({ state: 'detached' });
  expect(seen.complaints).toEqual([]);
};

it('removes the sample tickets in one step of the palette', async () => {
  const { page } = place;
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('remove sample');
  await page.getByRole('option', { name: 'Remove sample tickets' }).click();
  await isGone();
  await page.getByText('No tickets yet').waitFor();
});

it.each(['Inbox', 'Dashboard'])('says above the %s that there are samples, and removes them there', async (name) => {
  const { page } = place;
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name }).click();
  const notice = page.getByRole('region', { name: 'Sample tickets' });
  await notice.getByText('60 sample tickets to look around in.').waitFor();
  await notice.getByRole('button', { name: 'Remove sample tickets' }).click();
  await isGone();
});

it('removes them in the settings, and adds them again', async () => {
  const { page } = place;
  await page.goto('/settings/samples');
  await page.getByRole('button', { name: 'Remove sample tickets' }).click();
  await isGone();
  await page.getByRole('button', { name: 'Add 200 samples' }).click();
  await page.getByText('200 sample tickets', { exact: true }).waitFor();
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Inbox' }).click();
  await page
    .getByRole('region', { name: 'Sample tickets' })
    .getByText(/^200 sample/)
    .waitFor();
});

it('shows one number of what is unfinished, and a desk that lives', async () => {
  const { desk, page } = place;
  const { tickets } = await desk.query<{ tickets: { totalCount: number } }>(
    '{ tickets(filter: { status: [OPEN, IN_PROGRESS] }) { totalCount } }',
  );
  const count = tickets.totalCount;
  await page.getByText(`${count} tickets`, { exact: true }).waitFor();
  await page.getByRole('link', { name: new RegExp(`^Inbox\\s*${count}$`) }).waitFor();
  await page.waitForFunction((wanted) => document.title.includes(`(${wanted})`), count);
  await page.goto('/dashboard');
  const report = page.getByRole('row', { name: /^Category, local/ });
  await report.waitFor();
  expect((await report.getByRole('cell').allInnerTexts())[0]).toBe('60');
});
