import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../context.js';
import { keyOf, numberOf } from '../../relay/global-id.js';
import { toUserErrors, type UserError, UserErrorCode } from '../../relay/payload.js';
import { TriageSuggestion } from './suggestion.entity.js';
import { ConfirmSuggestionInput, SuggestTriageInput } from './suggestion.inputs.js';
import { ConfirmSuggestionPayload, SuggestTriagePayload } from './suggestion.payloads.js';

const notFound = (path: string, thing: string): UserError => ({
  code: UserErrorCode.NOT_FOUND,
  path: [path],
  message: `There is no ${thing} with this id.`,
});

@Resolver(() => TriageSuggestion)
export class SuggestionMutations {
  @Mutation(() => SuggestTriagePayload, {
    description: 'Ask triage about a text or, again, about a ticket. Never changes a ticket.',
  })
  async suggestTriage(
    @Arg('input', () => SuggestTriageInput, { description: 'The text or the ticket.' }) input: SuggestTriageInput,
    @Ctx() context: Context,
  ): Promise<SuggestTriagePayload> {
    const payload = new SuggestTriagePayload();
    const { caller, services } = context;
    if (input.ticketId != null) return suggestAgain(input.ticketId, context);
    try {
      const suggestion = await services.triage.suggestions.suggest(caller, { ...input });
      return Object.assign(payload, { suggestion });
    } catch (error) {
      return Object.assign(payload, { userErrors: toUserErrors(error, []) });
    }
  }

  @Mutation(() => ConfirmSuggestionPayload, {
    description:
      'Accept a suggestion: its ticket takes the suggested category and priority, and triage learns from it.',
  })
  async confirmSuggestion(
    @Arg('input', () => ConfirmSuggestionInput, { description: 'Which suggestion.' }) { id }: ConfirmSuggestionInput,
    @Ctx() { caller, services }: Context,
  ): Promise<ConfirmSuggestionPayload> {
    const payload = new ConfirmSuggestionPayload();
    const key = keyOf('TriageSuggestion', id);
    if (key === null) return Object.assign(payload, { userErrors: [notFound('id', 'suggestion')] });
    try {
      return Object.assign(payload, await services.triage.suggestions.confirm(caller, key));
    } catch (error) {
      return Object.assign(payload, { userErrors: toUserErrors(error, ['id']) });
    }
  }
}

async function suggestAgain(id: string, { caller, services, loaders }: Context): Promise<SuggestTriagePayload> {
  const payload = new SuggestTriagePayload();
  const number = numberOf('Ticket', id);
  const ticket = number === null ? null : await loaders.ticket.load(number);
  if (!ticket) return Object.assign(payload, { userErrors: [notFound('ticketId', 'ticket')] });
  try {
    return Object.assign(payload, { suggestion: await services.triage.suggestions.suggestAgain(caller, ticket) });
  } catch (error) {
    return Object.assign(payload, { userErrors: toUserErrors(error, ['ticketId']) });
  }
}
