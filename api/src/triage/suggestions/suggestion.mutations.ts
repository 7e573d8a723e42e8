import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../context.js';
import { NotFoundError } from '../../errors.js';
import { keyOf, numberOf } from '../../relay/global-id.js';
import { answer } from '../../relay/payload.js';
import type { Ticket } from '../../tickets/ticket.entity.js';
import { TriageSuggestion } from './suggestion.entity.js';
import { ConfirmSuggestionInput, SuggestTriageInput } from './suggestion.inputs.js';
import { ConfirmSuggestionPayload, SuggestTriagePayload } from './suggestion.payloads.js';

@Resolver(() => TriageSuggestion)
export class SuggestionMutations {
  @Mutation(() => SuggestTriagePayload, {
    description: 'Ask triage about a text or, again, about a ticket. Never changes a ticket.',
  })
  suggestTriage(
    @Arg('input', () => SuggestTriageInput, { description: 'The text or the ticket.' }) input: SuggestTriageInput,
    @Ctx() { caller, services, loaders }: Context,
  ): Promise<SuggestTriagePayload> {
    const { suggestions } = services.triage;
    const { ticketId } = input;
    return answer(new SuggestTriagePayload(), async () => {
      if (ticketId != null) {
        const ticket = await ticketOf(ticketId, loaders);
        return { suggestion: await suggestions.suggestAgain(caller, ticket), text: ticket };
      }
      const { title, description } = input;
      const suggestion = await suggestions.suggest(caller, { ...input });
      return { suggestion, text: { title: title ?? '', description: description ?? '' } };
    });
  }

  @Mutation(() => ConfirmSuggestionPayload, {
    description:
      'Accept a suggestion: its ticket takes the suggested category and priority, and triage learns from it.',
  })
  confirmSuggestion(
    @Arg('input', () => ConfirmSuggestionInput, { description: 'Which suggestion.' }) { id }: ConfirmSuggestionInput,
    @Ctx() { caller, services }: Context,
  ): Promise<ConfirmSuggestionPayload> {
    return answer(new ConfirmSuggestionPayload(), async () => {
      const key = keyOf('TriageSuggestion', id);
      if (key === null) throw new NotFoundError('There is no suggestion with this id.', ['id']);
      return services.triage.suggestions.confirm(caller, key);
    });
  }
}

/** @throws NotFoundError */
async function ticketOf(id: string, { ticket }: Context['loaders']): Promise<Ticket> {
  const number = numberOf('Ticket', id);
  const found = number === null ? null : await ticket.load(number);
  if (!found) throw new NotFoundError('There is no ticket with this id.', ['ticketId']);
  return found;
}
