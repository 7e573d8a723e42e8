import { Field, Float, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DateTime } from '../../graphql/date-time.js';
import { TriageSource } from '../../tickets/write/triage-port.js';
import type { ReportPeriod } from './report-period.js';

/** The two things that triage suggests. */
export enum TriageField {
  CATEGORY = 'category',
  PRIORITY = 'priority',
}

registerEnumType(TriageField, {
  name: 'TriageField',
  description: 'The two things that triage suggests.',
  valuesConfig: {
    CATEGORY: { description: 'Which team must act.' },
    PRIORITY: { description: 'How much people are affected.' },
  },
});

@ObjectType({
  description:
    'What became of the suggestions of one field, source and version. Rates have `suggested` as denominator and are null where it is 0.',
})
export class TriageOutcomeCount {
  @Field(() => TriageField, { description: 'The field that was suggested.' })
  field!: TriageField;

  @Field(() => TriageSource, { description: 'Who suggested it.' })
  source!: TriageSource;

  @Field(() => String, { description: 'Version of the prompt or of the local classifier.' })
  version!: string;

  @Field(() => Int, {
    description: 'Suggestions that a ticket was created with or that were decided about on a ticket.',
  })
  suggested!: number;

  @Field(() => Int, {
    description: 'How many of them nobody has reviewed: they stand as suggested, which does not make them right.',
  })
  kept!: number;

  @Field(() => Int, { description: 'How many of them a person confirmed.' })
  confirmed!: number;

  @Field(() => Int, { description: 'How many of them a person overrode.' })
  overridden!: number;

  @Field(() => Int, { description: 'How many of them a person has reviewed: confirmed + overridden.' })
  reviewed!: number;

  @Field(() => Float, {
    nullable: true,
    description: 'confirmed ÷ reviewed, from 0 to 1; null where nobody reviewed any.',
  })
  accuracy!: number | null;

  @Field(() => Float, { nullable: true, description: 'kept ÷ suggested, from 0 to 1.' })
  keptRate!: number | null;

  @Field(() => Float, { nullable: true, description: 'confirmed ÷ suggested, from 0 to 1.' })
  confirmedRate!: number | null;

  @Field(() => Float, { nullable: true, description: 'overridden ÷ suggested, from 0 to 1.' })
  overriddenRate!: number | null;
}

@ObjectType({ description: 'How often one value was suggested while the ticket has another, or the same, now.' })
export class TriageConfusionCell {
  @Field(() => TriageField, { description: 'The field that was suggested.' })
  field!: TriageField;

  @Field(() => String, { description: 'The suggested value as in REST, for example "billing" or "high".' })
  suggested!: string;

  @Field(() => String, { description: 'The value that the ticket has now.' })
  final!: string;

  @Field(() => Int, {
    description: 'How many reviewed suggestions this is true of; pairs that never occur are left out.',
  })
  count!: number;
}

@ObjectType({
  description:
    'Whether confidence means what it says: reviewed suggestions of one range of confidence, and how many of them were right. Defaults that stood in for unsure answers are left out.',
})
export class TriageCalibrationBucket {
  @Field(() => TriageField, { description: 'The field that was suggested.' })
  field!: TriageField;

  @Field(() => Float, { description: 'Lower end of the range, inclusive.' })
  from!: number;

  @Field(() => Float, { description: 'Upper end of the range, exclusive except for 1.' })
  to!: number;

  @Field(() => Int, { description: 'How many reviewed suggestions were in this range.' })
  count!: number;

  @Field(() => Float, { nullable: true, description: 'Their mean confidence; null where there are none.' })
  meanConfidence!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Share of them that were confirmed; null where there are none.',
  })
  accepted!: number | null;
}

@ObjectType({ description: 'What became of what triage suggested, counted by the database.' })
export class TriageReport implements ReportPeriod {
  days: number | null = null;

  @Field(() => DateTime, { nullable: true, description: 'It counts what was suggested from then on; null: ever.' })
  since: string | null = null;
}
