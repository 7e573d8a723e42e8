import { Field, ID, InputType } from 'type-graphql';

@InputType({ description: 'Which ticket gets another link.' })
export class RotateRequestLinkInput {
  @Field(() => ID, { description: 'Which ticket.' })
  ticketId!: string;
}

@InputType({ description: 'An answer from the requester’s page.' })
export class AddRequestMessageInput {
  @Field(() => String, { description: 'Markdown, 1–100,000 characters, trimmed.' })
  body!: string;

  @Field(() => [ID], {
    nullable: true,
    description: 'Files that the caller sent to /api/files/?as=request and no message has yet, at most 10.',
  })
  fileIds?: string[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'Your name for this answer, 1–255 characters. For 24 hours the same key and input send nothing twice.',
  })
  idempotencyKey?: string | null;
}

@InputType({ description: 'The word that it is solved.' })
export class ResolveRequestInput {
  @Field(() => String, { nullable: true, description: 'Words to go with it, as an answer.' })
  comment?: string | null;
}
