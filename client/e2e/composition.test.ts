import { beforeEach, describe, expect, it } from '@jest/globals';
import type { CDPSession } from 'playwright-core';
import { createTicket } from './support/tickets.js';
import { visits } from './support/visits.js';

/** Japanese as it is typed: the browser's own input method protocol, so that the keys carry what an input method makes of them. */
describe('while an input method composes', () => {
  const at = visits();
  let keyboard: CDPSession;
  beforeEach(async () => {
    keyboard = await at.seen.context.newCDPSession(at.page);
  });

  const compose = (text: string) =>
    keyboard.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
  const commit = (text: string) => keyboard.send('Input.insertText', { text });
  /** Key events only: what an input method does with the key is its own matter. */
  const press = async (key: string, modifiers = 0) => {
    for (const type of ['rawKeyDown', 'keyUp'] as const)
      await keyboard.send('Input.dispatchKeyEvent', { type, key, code: key, modifiers });
  };
  const CONTROL = 2;

  it('Enter and Escape leave the search to it', async () => {
    await createTicket(at.desk, { title: 'Something to search' });
    await at.page.goto('/');
    const search = at.page.getByRole('textbox', { name: 'Search tickets' });
    await search.focus();
    await compose('にほん');
    await press('Enter');
    await press('Escape');
    expect(await search.evaluate((field) => field === document.activeElement)).toBe(true);
    await commit('日本');
    expect(await search.inputValue()).toBe('日本');
  });

  it('Enter and Escape leave the palette to it', async () => {
    await at.page.goto('/dashboard');
    await at.page.getByRole('heading', { name: 'Dashboard' }).waitFor();
    await at.page.keyboard.press('Control+k');
    const dialog = at.page.getByRole('dialog');
    await dialog.getByRole('combobox').waitFor();
    await compose('に');
    await press('Enter');
    await press('Escape');
    expect(await dialog.isVisible()).toBe(true);
    await commit('日');
    expect(await dialog.getByRole('combobox').inputValue()).toBe('日');
  });

  it('neither submits nor leaves the form', async () => {
    await at.page.goto('/new');
    await at.page.getByLabel('Description').fill('説明');
    await at.page.getByLabel('Title').focus();
    await compose('にほん');
    await press('Enter', CONTROL);
    await press('Escape');
    await commit('日本');
    expect(await at.page.getByLabel('Title').inputValue()).toBe('日本');
    expect(new URL(at.page.url()).pathname).toBe('/new');
    expect(await at.page.getByText(/submitted$/).count()).toBe(0);
  });

  it('neither saves nor leaves an edit, on the page and in a cell', async () => {
    const { number } = await createTicket(at.desk, { title: 'Composed' });
    await at.page.goto(`/tickets/${number}`);
    await at.page.getByRole('button', { name: 'Edit', exact: true }).click();
    await at.page.getByLabel('Title').fill('');
    await compose('にほん');
    await press('Escape');
    await press('Enter', CONTROL);
    await commit('日本');
    expect(await at.page.getByLabel('Title').inputValue()).toBe('日本');
    const saved = at.page.waitForResponse(
      (response) => response.request().postData()?.includes('"title":"日本"') ?? false,
    );
    await at.page.getByLabel('Title').press('Control+Enter');
    await at.page.getByRole('heading', { name: '日本' }).waitFor();
    await saved;

    await at.page.goto('/manage');
    await at.page.getByRole('button', { name: `Title of T-${number}: 日本. Edit` }).click();
    const field = at.page.getByRole('textbox', { name: `Title of T-${number}` });
    await field.fill('');
    await compose('とう');
    await press('Enter');
    await press('Escape');
    expect(await field.isVisible()).toBe(true);
    await commit('東京');
    await field.press('Enter');
    await at.page.getByRole('button', { name: `Title of T-${number}: 東京. Edit` }).waitFor();
  });

  it('keys of a Cyrillic layout mean what stands on their place', async () => {
    await createTicket(at.desk, { title: 'By Cyrillic keys' });
    await at.page.goto('/');
    await at.page.getByRole('link', { name: /By Cyrillic keys$/ }).waitFor();
    const cyrillic = async (key: string, code: string, modifiers = 0) => {
      for (const type of ['keyDown', 'keyUp'] as const)
        await keyboard.send('Input.dispatchKeyEvent', { type, key, code, modifiers });
    };
    await cyrillic('о', 'KeyJ');
    await cyrillic('з', 'KeyP');
    await at.page.getByRole('menu', { name: 'Priority' }).waitFor();
    await at.page.keyboard.press('Escape');
    await cyrillic('л', 'KeyK', CONTROL);
    await at.page.getByRole('dialog').getByRole('combobox').waitFor();
    await at.page.keyboard.press('Escape');
    await at.page.getByRole('dialog').waitFor({ state: 'detached' });
    await cyrillic('п', 'KeyG');
    await cyrillic('в', 'KeyD');
    await at.page.getByRole('heading', { name: 'Dashboard' }).waitFor();
  });
});
