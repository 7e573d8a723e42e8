import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { createTicket } from './support/tickets.js';
import { visits } from './support/visits.js';

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const picture = { name: 'screen.png', mimeType: 'image/png', buffer: png };
const words = { name: 'steps.txt', mimeType: 'text/plain', buffer: Buffer.from('First, open the export.') };
const drawing = {
  name: 'logo.svg',
  mimeType: 'image/svg+xml',
  buffer: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
};

type Given = { name: string; mimeType: string; buffer: Buffer };

/** Brings files as a mouse or a clipboard does. */
function bring(page: Page, event: 'drop' | 'paste', files: Given[]) {
  const sent = files.map(({ name, mimeType, buffer }) => ({ name, type: mimeType, text: buffer.toString('base64') }));
  return page.evaluate(
    ({ event: type, sent: given }) => {
      const data = new DataTransfer();
      for (const { name, type: mime, text } of given) {
        const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
        data.items.add(new File([bytes], name, { type: mime }));
      }
      const options = { bubbles: true, cancelable: true };
      const field = document.activeElement ?? document.body;
      if (type === 'paste') field.dispatchEvent(new ClipboardEvent('paste', { ...options, clipboardData: data }));
      else
        for (const name of ['dragenter', 'dragover', 'drop'])
          field.dispatchEvent(new DragEvent(name, { ...options, dataTransfer: data }));
    },
    { event, sent },
  );
}

interface Attached {
  ticket: {
    attachments: { edges: { node: { fileName: string } }[] };
    timeline: { edges: { node: { __typename: string; attachments?: { edges: { node: { fileName: string } }[] } } }[] };
  };
}

describe('files', () => {
  const at = visits(async () => undefined);

  const open = async () => {
    const { number } = await createTicket(at.desk, { title: 'With files' });
    await at.page.goto(`/tickets/${number}`);
    await at.page.getByRole('heading', { name: 'With files' }).waitFor();
    return number;
  };
  const conversation = () => at.page.getByRole('region', { name: 'Conversation' });
  const composer = (kind: 'reply' | 'note') => at.page.getByRole('region', { name: `Write a ${kind}` });
  const choose = (files: Given[]) =>
    at.page.locator('section input[type=file], form input[type=file]').setInputFiles(files);
  const status = (text: string) => at.page.getByText(text, { exact: true }).waitFor({ state: 'attached' });
  const filesOf = async (number: number) => {
    const list = 'attachments(first: 10) { edges { node { fileName } } }';
    const { ticket } = await at.desk.query<Attached>(
      `{ ticket(number: ${number}) { ${list} timeline(first: 20) { edges { node { __typename
        ... on PublicReply { ${list} } ... on InternalNote { ${list} } } } } } }`,
    );
    const names = ({ edges }: Attached['ticket']['attachments']) => edges.map(({ node }) => node.fileName);
    return {
      ticket: names(ticket.attachments),
      said: ticket.timeline.edges.flatMap(({ node }) =>
        node.attachments ? [[node.__typename, ...names(node.attachments)]] : [],
      ),
    };
  };

  it('go with a reply, by button and by paste, and come down as they were', async () => {
    const number = await open();
    await at.page.keyboard.press('r');
    await at.page.getByRole('textbox', { name: 'Reply' }).fill('See the picture.');
    await choose([picture]);
    await bring(at.page, 'paste', [words]);
    await status('2 of 2 files attached');
    await at.page.keyboard.press('Control+Enter');
    await conversation().getByRole('img', { name: 'screen.png' }).waitFor();
    expect(await filesOf(number)).toEqual({ ticket: [], said: [['PublicReply', 'screen.png', 'steps.txt']] });
    expect(
      await conversation()
        .getByRole('img', { name: 'screen.png' })
        .evaluate(async (image: HTMLImageElement) => {
          image.scrollIntoView();
          await image.decode();
          return image.naturalWidth;
        }),
    ).toBe(1);
    expect(await composer('reply').getByRole('list', { name: 'Attached files' }).count()).toBe(0);
    const download = at.page.waitForEvent('download');
    await conversation().getByRole('link', { name: 'Download steps.txt 23 B' }).click();
    const saved = await download;
    const chunks: Buffer[] = [];
    for await (const chunk of await saved.createReadStream()) chunks.push(chunk as Buffer);
    expect([saved.suggestedFilename(), Buffer.concat(chunks).toString()]).toEqual([
      'steps.txt',
      words.buffer.toString(),
    ]);
    expect(at.seen.complaints).toEqual([]);
  });

  it('are dropped on a note, and an SVG is offered, never drawn', async () => {
    const number = await open();
    await at.page.keyboard.press('n');
    await at.page.getByRole('textbox', { name: 'Note' }).fill('Look.');
    await bring(at.page, 'drop', [drawing, words]);
    await status('2 of 2 files attached');
    await composer('note').getByRole('button', { name: 'Remove steps.txt' }).click();
    await at.page.keyboard.press('n');
    await at.page.getByRole('textbox', { name: 'Note' }).press('Control+Enter');
    await conversation()
      .getByRole('link', { name: /Download logo\.svg/ })
      .waitFor();
    expect(await conversation().getByRole('img', { name: 'logo.svg' }).count()).toBe(0);
    expect((await filesOf(number)).said).toEqual([['InternalNote', 'logo.svg']]);
  });

  it('that miss their place change nothing', async () => {
    await open();
    const isStopped = await at.page.evaluate(() => {
      const data = new DataTransfer();
      data.items.add(new File(['x'], 'missed.txt'));
      const options = { bubbles: true, cancelable: true, dataTransfer: data };
      return ['dragover', 'drop'].map((name) => !document.body.dispatchEvent(new DragEvent(name, options)));
    });
    expect(isStopped).toEqual([true, true]);
    expect(await at.page.getByRole('list', { name: 'Attached files' }).count()).toBe(0);
  });

  it('stay with the draft through a reload, and apart from the other composer', async () => {
    const number = await open();
    await at.page.keyboard.press('n');
    await at.page.getByRole('textbox', { name: 'Note' }).fill('Half a thought');
    await choose([words]);
    await status('1 of 1 files attached');
    await at.page.keyboard.press('Escape');
    await at.page.keyboard.press('r');
    expect(await composer('reply').getByRole('list', { name: 'Attached files' }).count()).toBe(0);
    await at.page.reload();
    await at.page.getByRole('heading', { name: 'With files' }).waitFor();
    await at.page.keyboard.press('n');
    await composer('note').getByText('steps.txt').waitFor();
    await at.page.getByRole('textbox', { name: 'Note' }).press('Control+Enter');
    await conversation().getByText('Half a thought').waitFor();
    expect((await filesOf(number)).said).toEqual([['InternalNote', 'steps.txt']]);
  });

  it('return to the composer with the reply that is taken back', async () => {
    const number = await open();
    await at.page.keyboard.press('r');
    await at.page.getByRole('textbox', { name: 'Reply' }).fill('Too soon.');
    await choose([words]);
    await status('1 of 1 files attached');
    await at.page.keyboard.press('Control+Enter');
    // By key: the page moves to the latest words meanwhile, from under a pointer as quick as this one.
    await conversation().getByRole('button', { name: 'Undo' }).press('Enter');
    await composer('reply').getByText('steps.txt').waitFor();
    await at.page.getByRole('textbox', { name: 'Reply' }).press('Control+Enter');
    await conversation()
      .getByRole('link', { name: /Download steps\.txt/ })
      .waitFor();
    expect((await filesOf(number)).said).toEqual([['PublicReply', 'steps.txt']]);
  });

  it('are told apart: too many, too large, no room, broken off; and a retry sends the file', async () => {
    const number = await open();
    await at.page.keyboard.press('n');
    await at.page.getByRole('textbox', { name: 'Note' }).fill('Ten at most.');
    await choose(Array.from({ length: 11 }, (_, index) => ({ ...words, name: `${index}.txt` })));
    await composer('note').getByText('A message has at most 10 files.').waitFor();
    await status('10 of 10 files attached');
    for (let index = 0; index < 9; index++)
      await composer('note')
        .getByRole('button', { name: `Remove ${index}.txt` })
        .click();
    await at.page.evaluate(() => {
      const data = new DataTransfer();
      data.items.add(new File([new Uint8Array(25 * 2 ** 20 + 1)], 'video.mov'));
      const field = document.querySelector('textarea[aria-label=Note]');
      field?.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: data }));
    });
    await composer('note').getByText('Larger than 25 MB.').waitFor();
    expect(await composer('note').getByRole('button', { name: 'Retry video.mov' }).count()).toBe(0);
    await composer('note').getByRole('button', { name: 'Remove video.mov' }).click();

    await at.page.route('**/api/files/**', (route) =>
      route.fulfill({ status: 507, json: { detail: 'The desk has no room for the file.' } }),
    );
    await choose([{ ...words, name: 'late.txt' }]);
    await composer('note').getByText('The desk has no room for the file.').waitFor();
    await composer('note').getByRole('button', { name: 'Add note' }).click();
    await composer('note').getByText('A file was not uploaded: retry or remove it.').waitFor();
    await at.page.unroute('**/api/files/**');
    await at.page.route('**/api/files/**', (route) => route.abort());
    await composer('note').getByRole('button', { name: 'Retry late.txt' }).click();
    await composer('note').getByText('The upload was interrupted.').waitFor();
    await at.page.unroute('**/api/files/**');
    await composer('note').getByRole('button', { name: 'Retry late.txt' }).click();
    await status('2 of 2 files attached');
    await composer('note').getByRole('button', { name: 'Add note' }).click();
    await conversation().getByText('Ten at most.').waitFor();
    expect((await filesOf(number)).said).toEqual([['InternalNote', '9.txt', 'late.txt']]);
  });

  it('show how far they are, and stop where they are removed', async () => {
    await open();
    await at.page.keyboard.press('r');
    const answers: (() => void)[] = [];
    await at.page.route(
      '**/api/files/**',
      (route) =>
        new Promise<void>((resolve) => {
          answers.push(() => void route.continue().then(resolve, resolve));
        }),
    );
    await choose([words]);
    await composer('reply').getByRole('progressbar', { name: 'Uploading steps.txt' }).waitFor();
    await at.page.getByRole('textbox', { name: 'Reply' }).fill('Wait.');
    await at.page.keyboard.press('Control+Enter');
    await composer('reply').getByText('A file is still being uploaded.').waitFor();
    await composer('reply').getByRole('button', { name: 'Remove steps.txt' }).click();
    await composer('reply').getByRole('list', { name: 'Attached files' }).waitFor({ state: 'detached' });
    for (const answer of answers) answer();
    await at.page.unroute('**/api/files/**');
  });

  it('go with the form, at 360 pixels too, and stand beneath the words', async () => {
    await at.page.setViewportSize({ width: 360, height: 740 });
    await at.page.goto('/new');
    await at.page.getByRole('textbox', { name: 'Title' }).fill('The export stops');
    await at.page.getByRole('textbox', { name: 'Description' }).fill('It stops at 99 %. See the picture.');
    await choose([picture, { ...words, name: `${'long'.repeat(30)}.txt` }]);
    await status('2 of 2 files attached');
    expect(await at.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0);
    await at.page.reload();
    await at.page.getByText('screen.png').waitFor();
    await at.page.getByRole('button', { name: 'Submit ticket' }).click();
    await at.page.getByRole('link', { name: /^Open T-/ }).click();
    await at.page.getByRole('img', { name: 'screen.png' }).waitFor();
    expect(await at.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0);
    const { tickets } = await at.desk.query<{ tickets: { edges: { node: { number: number } }[] } }>(
      '{ tickets(first: 1) { edges { node { number } } } }',
    );
    expect((await filesOf(tickets.edges[0]?.node.number ?? 0)).ticket).toHaveLength(2);
    await at.page.goto('/new');
    await at.page.getByRole('textbox', { name: 'Title' }).waitFor();
    expect(await at.page.getByRole('list', { name: 'Attached files' }).count()).toBe(0);
  });
});
