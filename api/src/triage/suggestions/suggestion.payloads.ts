import { Field, ObjectType } from 'type-graphql';
import { UserError } from '../../relay/payload.js';
import { Ticket } from '../../tickets/ticket.entity.js';
import { TriageSuggestion } from './suggestion.entity.js';

@ObjectType({ description: 'What triage proposes.' })
export class SuggestTriagePayload {
  @Field(() => TriageSuggestion, { nullable: true, description: 'The suggestion; null where the input is wrong.' })
  suggestion?: TriageSuggestion;

  @Field(() => [UserError], { description: 'Expected failures; empty where it worked. A model that fails is none.' })
  userErrors: UserError[] = [];
}

@ObjectType({ description: 'A suggestion that was accepted.' })
export class ConfirmSuggestionPayload {
  @Field(() => TriageSuggestion, { nullable: true, description: 'The suggestion, both fields CONFIRMED.' })
  suggestion?: TriageSuggestion;

  @Field(() => Ticket, { nullable: true, description: 'Its ticket, with the suggested category and priority.' })
  ticket?: Ticket;

  @Field(() => [UserError], { description: 'Expected failures; empty where it worked.' })
  userErrors: UserError[] = [];
}
