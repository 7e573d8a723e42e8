import { describe, expect, it } from '@jest/globals';
import { createTicket } from './support/tickets.js';
import { visits } from './support/visits.js';

interface Conversation {
  ticket: {
    status: string;
    waitingOn: string;
    timeline: { edges: { node: { __typename: string; body?: string } }[] };
  };
}

describe('a conversation', () => {
  const at = visits(async () => undefined);

  const open = async () => {
    const { number } = await createTicket(at.desk, { title: 'To be answered' });
    await at.page.goto(`/tickets/${number}`);
    await at.page.getByRole('heading', { name: 'To be answered' }).waitFor();
    return number;
  };
  const said = async (number: number) => {
    const { ticket } = await at.desk.query<Conversation>(
      `{ ticket(number: ${number}) { status waitingOn timeline(first: 20) { edges { node {
        __typename ... on PublicReply { body } ... on InternalNote { body } } } } } }`,
    );
    const words = ticket.timeline.edges.flatMap(({ node }) => (node.body ? [`${node.__typename}: ${node.body}`] : []));
    return { words, status: ticket.status, waitingOn: ticket.waitingOn };
  };
  const conversation = () => at.page.getByRole('region', { name: 'Conversation' });

  it('is answered by key, and the answer can be taken back with its words kept', async () => {
    const number = await open();
    await at.page.keyboard.press('r');
    await at.page.getByRole('textbox', { name: 'Reply' }).fill('We are **on it**.');
    await at.page.keyboard.press('Control+Enter');
    await conversation().getByText('on it').waitFor();
    expect(await said(number)).toEqual({
      words: ['PublicReply: We are **on it**.'],
      status: 'OPEN',
      waitingOn: 'REQUESTER',
    });
    // By key: the page moves to the latest words meanwhile, from under a pointer as quick as this one.
    await conversation().getByRole('button', { name: 'Undo' }).press('Enter');
    await at.page.getByText('Reply taken back').waitFor();
    expect((await said(number)).words).toEqual([]);
    expect(await at.page.getByRole('textbox', { name: 'Reply' }).inputValue()).toBe('We are **on it**.');
    expect(at.seen.complaints).toEqual([]);
  });

  it('keeps a note apart from the reply that is being written', async () => {
    const number = await open();
    await at.page.keyboard.press('r');
    await at.page.getByRole('textbox', { name: 'Reply' }).fill('For the customer');
    await at.page.keyboard.press('Escape');
    await at.page.keyboard.press('n');
    await at.page.getByRole('textbox', { name: 'Note' }).fill('For us alone');
    await at.page.getByRole('button', { name: 'Add note' }).click();
    await conversation().getByText('For us alone').waitFor();
    await conversation().getByText('Internal note').waitFor();
    expect((await said(number)).words).toEqual(['InternalNote: For us alone']);
    await at.page.reload();
    await at.page.keyboard.press('r');
    expect(await at.page.getByRole('textbox', { name: 'Reply' }).inputValue()).toBe('For the customer');
  });

  it('words a note anew', async () => {
    const number = await open();
    await at.page.keyboard.press('n');
    await at.page.getByRole('textbox', { name: 'Note' }).fill('First wording');
    await at.page.keyboard.press('Control+Enter');
    await conversation().getByText('First wording').waitFor();
    await conversation().getByRole('button', { name: 'Edit note' }).click();
    await conversation().getByRole('textbox', { name: 'Note' }).fill('Second wording');
    await conversation().getByRole('button', { name: 'Save note' }).click();
    await conversation().getByText('edited').waitFor();
    expect((await said(number)).words).toEqual(['InternalNote: Second wording']);
  });

  it('is answered and resolved at once', async () => {
    const number = await open();
    await at.page.keyboard.press('r');
    await at.page.getByRole('textbox', { name: 'Reply' }).fill('Done.');
    await at.page.keyboard.press('Control+Shift+Enter');
    await conversation().getByText('Done.').waitFor();
    expect(await said(number)).toEqual({ words: ['PublicReply: Done.'], status: 'RESOLVED', waitingOn: 'NOBODY' });
  });

  it('shows the latest thirty entries first, and the earlier ones on request', async () => {
    const { id, number } = await createTicket(at.desk, { title: 'A long story' });
    for (let index = 1; index <= 40; index++) {
      await at.desk.query('mutation ($input: AddNoteInput!) { addNote(input: $input) { note { id } } }', {
        input: { ticketId: id, body: `Note number ${index}.` },
      });
    }
    await at.page.goto(`/tickets/${number}`);
    await conversation().getByText('Note number 40.').waitFor();
    expect(await conversation().getByText('Note number 10.').count()).toBe(0);
    await conversation().getByRole('button', { name: 'Show earlier' }).click();
    await conversation().getByText('Note number 1.', { exact: true }).waitFor();
    expect(
      await conversation()
        .getByText(/^Note number/)
        .count(),
    ).toBe(40);
  });
});
