import { Field, Float, InputType, Int, ObjectType } from 'type-graphql';
import { DateTime } from '../../graphql/date-time.js';
import { Payload } from '../../relay/payload.js';

@ObjectType({
  description:
    'A local classifier: the one that ships with the product, or one that was trained on what the team decided.',
})
export class TriageClassifier {
  @Field(() => String, { description: 'Its version, as suggestions name it.' })
  version!: string;

  @Field(() => Boolean, { description: 'Whether it ships with the product.' })
  builtIn!: boolean;

  @Field(() => Boolean, { description: 'Whether it answers now.' })
  inUse!: boolean;

  @Field(() => DateTime, { nullable: true, description: 'When it was trained; null for the built-in one.' })
  trainedAt!: string | null;

  @Field(() => Int, { nullable: true, description: 'Of how many of this desk’s tickets it knows what people decided.' })
  labelCount!: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'Share of the decisions that it was not trained on which it gets right, from 0 to 1; null without any.',
  })
  heldOutAccuracy!: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why it was put to use after its training, or put aside; null for the built-in one.',
  })
  reason!: string | null;
}

@InputType({ description: 'Which local classifier is to answer.' })
export class UseTriageClassifierInput {
  @Field(() => String, { description: 'The version of one of `triageClassifiers`.' })
  version!: string;
}

@ObjectType({ description: 'The local classifiers after the change.' })
export class UseTriageClassifierPayload extends Payload {
  @Field(() => [TriageClassifier], { nullable: true, description: 'All of them; null where it failed.' })
  classifiers?: TriageClassifier[];
}
