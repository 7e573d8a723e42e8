import { Field, ID, InputType } from 'type-graphql';

@InputType({ description: 'Who asks: somebody known, or an address and a name, both of which may be left out.' })
export class RequesterInput {
  @Field(() => ID, { nullable: true, description: 'A known requester. The team alone names people so.' })
  id?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Their e-mail address. Whoever has it already asked this too; nothing about them is shown or changed.',
  })
  email?: string | null;

  @Field(() => String, { nullable: true, description: 'Their name, 1–100 characters.' })
  name?: string | null;
}

@InputType({ description: 'Changes of a requester. A field that is left out keeps its value.' })
export class UpdateRequesterInput {
  @Field(() => ID, { description: 'Which requester.' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'Their name, 1–100 characters; null forgets it.' })
  name?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'A line for the team, at most 1,000 characters; null removes it.',
  })
  note?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the team stops to answer them.' })
  blocked?: boolean | null;

  @Field(() => String, { nullable: true, description: 'An address that they have too.' })
  addEmail?: string | null;

  @Field(() => String, { nullable: true, description: 'An address that they have no more.' })
  removeEmail?: string | null;

  @Field(() => String, { nullable: true, description: 'The one of their addresses that answers go to.' })
  primaryEmail?: string | null;
}

@InputType({ description: 'Who is to be forgotten.' })
export class EraseRequesterInput {
  @Field(() => ID, { description: 'Which requester.' })
  id!: string;
}
