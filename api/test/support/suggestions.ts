import type { TestDesk } from './desk.js';

type Field = { value: string; confidence: number; belowThreshold: boolean; outcome: string };
export type Suggestion = {
  id: string;
  source: string;
  createdAt: string;
  category: Field;
  priority: Field;
  ticket: { number: number; category: string; priority: string } | null;
};

const suggestionFields = `id source engine version latencyMs rationale quote createdAt
  category { value confidence belowThreshold outcome } priority { value confidence belowThreshold outcome }
  ticket { number category priority } learnedFrom { number }`;

/** Of a ticket that the local classifier knows for billing. */
export const text = {
  title: 'Charged twice',
  description: 'My card was charged twice for the same invoice, please refund one.',
};

/** What a person does with suggestions, through GraphQL. */
export function suggesting(desk: TestDesk) {
  async function suggest(input: object) {
    const { data } = await desk.graphql<{
      suggestTriage: { suggestion: Suggestion | null; userErrors: { code: string; path: string[] }[] };
    }>(
      `mutation ($input: SuggestTriageInput!) {
        suggestTriage(input: $input) { suggestion { ${suggestionFields} } userErrors { code path } }
      }`,
      { input },
    );
    return data.suggestTriage;
  }

  async function create(input: object = {}) {
    type Made = { id: string; number: number; category: string; priority: string; suggestion: Suggestion | null };
    const { data } = await desk.graphql<{
      createTicket: { ticket: Made | null; userErrors: { code: string; path: string[] }[] };
    }>(
      `mutation ($input: CreateTicketInput!) {
        createTicket(input: $input) {
          ticket { id number category priority suggestion { ${suggestionFields} } }
          userErrors { code path }
        }
      }`,
      { input: { ...text, ...input } },
    );
    return data.createTicket;
  }

  async function update(id: string, changes: object): Promise<Suggestion> {
    const { data } = await desk.graphql<{ updateTicket: { ticket: { suggestion: Suggestion } } }>(
      `mutation ($input: UpdateTicketInput!) {
        updateTicket(input: $input) { ticket { suggestion { ${suggestionFields} } } }
      }`,
      { input: { id, ...changes } },
    );
    return data.updateTicket.ticket.suggestion;
  }

  async function confirm(id: string) {
    const { data } = await desk.graphql<{
      confirmSuggestion: {
        suggestion: Suggestion | null;
        ticket: { category: string; priority: string; version: number } | null;
        userErrors: { code: string; path: string[] }[];
      };
    }>(
      `mutation ($input: ConfirmSuggestionInput!) {
        confirmSuggestion(input: $input) {
          suggestion { ${suggestionFields} } ticket { category priority version } userErrors { code path }
        }
      }`,
      { input: { id } },
    );
    return data.confirmSuggestion;
  }

  return { suggest, create, update, confirm };
}
