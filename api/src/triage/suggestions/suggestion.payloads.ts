import { Field, ObjectType } from 'type-graphql';
import { Payload } from '../../relay/payload.js';
import { Ticket } from '../../tickets/ticket.entity.js';
import { TriageSuggestion } from './suggestion.entity.js';

@ObjectType({ description: 'What triage suggests. A failing model is not reported here.' })
export class SuggestTriagePayload extends Payload {
  @Field(() => TriageSuggestion, { nullable: true, description: 'The suggestion; null where the input is wrong.' })
  suggestion?: TriageSuggestion;

  /** What was asked about; a ticket names its own similar ones. */
  text?: { readonly title: string; readonly description: string };
}

@ObjectType({ description: 'A suggestion that was accepted.' })
export class ConfirmSuggestionPayload extends Payload {
  @Field(() => TriageSuggestion, { nullable: true, description: 'The suggestion, both fields CONFIRMED.' })
  suggestion?: TriageSuggestion;

  @Field(() => Ticket, { nullable: true, description: 'Its ticket, with the suggested category and priority.' })
  ticket?: Ticket;
}
