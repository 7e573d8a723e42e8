import { expect, it } from '@jest/globals';
import { visits } from './support/visits.js';

const place = visits((desk) => desk.query('mutation { addSampleTickets(input: { count: 20 }) { createdCount } }'));

it('removes the sample tickets in one step of the palette', async () => {
  const { page, seen } = place;
  await page.goto('/');
  await page.getByText(/^\d+ tickets?$/).waitFor();
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('remove sample');
  await page.getByRole('option', { name: 'Remove sample tickets' }).click();
  await page.getByText('20 sample tickets removed').waitFor();
  await page.getByText('No tickets yet').waitFor();
  expect(seen.complaints).toEqual([]);
});
