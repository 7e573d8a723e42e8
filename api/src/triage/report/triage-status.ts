import { Field, ObjectType } from 'type-graphql';
import { TriageSource } from '../../tickets/write/triage-port.js';

@ObjectType({
  description: 'What triage runs on right now: the language model where one is configured, else the local classifier.',
})
export class TriageStatus {
  @Field(() => TriageSource, { description: 'MODEL where a language model is configured, else LOCAL.' })
  source!: TriageSource;

  @Field(() => String, { description: 'Provider and model, or "local classifier".' })
  engine!: string;

  @Field(() => String, { description: 'Version of the prompt or of the local classifier.' })
  version!: string;

  @Field(() => Boolean, {
    description: 'Whether it answers; while a language model does not, the local classifier does.',
  })
  answering!: boolean;

  @Field(() => String, { nullable: true, description: 'Why it does not answer and what to do; null while it does.' })
  message!: string | null;
}
