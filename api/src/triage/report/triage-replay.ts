import { Field, Int, ObjectType } from 'type-graphql';
import { TriageSource } from '../../tickets/write/triage-port.js';
import { TriageFieldFigures } from './report-groups.js';

@ObjectType({ description: 'How one engine does on tickets that people have reviewed.' })
export class TriageReplayResult {
  @Field(() => TriageSource, {
    nullable: true,
    description: 'Whose answers they are; null where several answered at the time.',
  })
  source!: TriageSource | null;

  @Field(() => String, {
    nullable: true,
    description: 'The version of the local classifier that was asked now; null for what was answered at the time.',
  })
  version!: string | null;

  @Field(() => Boolean, { description: 'Whether this is the classifier that ships with the product.' })
  builtIn!: boolean;

  @Field(() => TriageFieldFigures, { description: 'How often its category is the ticket’s.' })
  category!: TriageFieldFigures;

  @Field(() => TriageFieldFigures, { description: 'How often its priority is the ticket’s.' })
  priority!: TriageFieldFigures;
}

@ObjectType({
  description:
    'The same reviewed tickets answered again: what was suggested at the time beside what the local classifiers say now. A classifier that was trained here is judged by the fifth of them that no training sees.',
})
export class TriageReplay {
  @Field(() => Int, { description: 'How many tickets: the latest that people reviewed, at most 500.' })
  ticketCount!: number;

  @Field(() => [TriageReplayResult], { description: 'On all of them.' })
  results!: TriageReplayResult[];

  @Field(() => Int, { description: 'How many of them the language model answered at the time.' })
  modelTicketCount!: number;

  @Field(() => [TriageReplayResult], {
    description: 'On those that the language model answered; empty where it answered none.',
  })
  modelResults!: TriageReplayResult[];
}
