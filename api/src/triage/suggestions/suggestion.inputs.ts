import { Field, ID, InputType } from 'type-graphql';

@InputType({ description: 'A text to triage: that of an existing ticket, or one that is being written.' })
export class SuggestTriageInput {
  @Field(() => String, {
    nullable: true,
    description: 'At most 200 characters. Needed, or the description, unless `ticketId` is given.',
  })
  title?: string | null;

  @Field(() => String, { nullable: true, description: 'At most 100,000 characters.' })
  description?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Suggest again for this ticket, from its own text; `title` and `description` are ignored.',
  })
  ticketId?: string | null;
}

@InputType({ description: 'A suggestion to accept on its ticket.' })
export class ConfirmSuggestionInput {
  @Field(() => ID, { description: 'Which suggestion.' })
  id!: string;
}
