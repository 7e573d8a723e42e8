/** The rows of triage's report card: what became of suggestions, by what they have in common. */
import { Field, Float, Int, ObjectType, registerEnumType } from 'type-graphql';
import { TriageSource } from '../../tickets/write/triage-port.js';
import { TriageField } from './triage-report.js';

/** From this confidence on triage is sure. */
export const sureFrom = 0.9;

export enum TriageReportGrouping {
  LANGUAGE = 'language',
  CATEGORY = 'category',
  SOURCE = 'source',
  VERSION = 'version',
}

registerEnumType(TriageReportGrouping, {
  name: 'TriageReportGrouping',
  description: 'What the suggestions of one row of the report have in common.',
  valuesConfig: {
    LANGUAGE: { description: 'The language the ticket is written in.' },
    CATEGORY: { description: 'The category that was suggested.' },
    SOURCE: { description: 'Who answered.' },
    VERSION: { description: 'Who answered, and which version of the prompt or of the local classifier.' },
  },
});

@ObjectType({ description: 'How often one field was right where people reviewed it.' })
export class TriageFieldFigures {
  @Field(() => Int, { description: 'Suggestions that a person confirmed or overrode in this field.' })
  reviewed!: number;

  @Field(() => Int, { description: 'How many of them were right.' })
  right!: number;

  @Field(() => Float, { nullable: true, description: 'right ÷ reviewed, from 0 to 1; null where nobody reviewed any.' })
  accuracy!: number | null;
}

@ObjectType({
  description:
    'What became of the suggestions of one group. A suggestion is reviewed where a person confirmed or overrode its category or its priority; what nobody reviewed counts neither way.',
})
export class TriageReportGroup {
  @Field(() => String, {
    nullable: true,
    description:
      'What they have in common: an ISO 639-1 code such as "de" ("und" where the language could not be detected), a category such as "BILLING", a source such as "LOCAL", or a version. Null in the total, and for tickets whose language has not been detected yet.',
  })
  key!: string | null;

  @Field(() => TriageSource, { nullable: true, description: 'Whose version it is; null except by VERSION.' })
  source!: TriageSource | null;

  @Field(() => Int, {
    description: 'Suggestions that a ticket was created with or that were decided about on a ticket.',
  })
  suggested!: number;

  @Field(() => Int, { description: 'How many of them a person reviewed.' })
  reviewed!: number;

  @Field(() => Int, { description: 'How many of them nobody reviewed: suggested − reviewed.' })
  notReviewed!: number;

  @Field(() => Int, { description: 'How many a person overrode in one field or both.' })
  overridden!: number;

  @Field(() => Int, { description: 'How many a person overrode in a field of which triage was sure: 0.9 or above.' })
  sureAndWrong!: number;

  @Field(() => TriageFieldFigures, { description: 'How often the category was right.' })
  category!: TriageFieldFigures;

  @Field(() => TriageFieldFigures, { description: 'How often the priority was right.' })
  priority!: TriageFieldFigures;
}

@ObjectType({ description: 'Suggestions of one value that people changed to the same other one.' })
export class TriageCorrection {
  @Field(() => TriageField, { description: 'The field that was corrected.' })
  field!: TriageField;

  @Field(() => String, { description: 'The suggested value as in REST, for example "billing" or "high".' })
  suggested!: string;

  @Field(() => String, { description: 'The value that the tickets have now.' })
  final!: string;

  @Field(() => Int, { description: 'How many tickets.' })
  count!: number;

  @Field(() => [String], {
    description:
      'Words that decided the suggestion on two or more of these tickets, the most frequent first, at most 5, in lower case.',
  })
  words!: string[];
}
