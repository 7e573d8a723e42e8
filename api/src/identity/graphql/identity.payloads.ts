import { Field, ObjectType } from 'type-graphql';
import { Payload } from '../../relay/payload.js';
import { User } from '../accounts/user.js';
import { ApiToken } from '../sessions/api-token.js';
import { ApiTokenEdge, UserEdge } from './connections.js';
import { Viewer } from './viewer.js';

@ObjectType({ description: 'The person who was invited.' })
export class InviteUserPayload extends Payload {
  @Field(() => User, { nullable: true, description: 'The person; null where it failed.' })
  user?: User;

  @Field(() => UserEdge, { nullable: true, description: 'Their edge in a list of people.' })
  userEdge?: UserEdge;

  @Field(() => String, {
    nullable: true,
    description: 'The link to hand over, good for three days, once; null where it is mailed.',
  })
  inviteUrl?: string | null;
}

@ObjectType({ description: 'The person after the change.' })
export class UpdateUserPayload extends Payload {
  @Field(() => User, { nullable: true, description: 'The person as they are now; null where it failed.' })
  user?: User;
}

@ObjectType({ description: 'The caller after the change.' })
export class UpdateViewerPayload extends Payload {
  @Field(() => User, { nullable: true, description: 'The caller as they are now; null where it failed.' })
  user?: User;
}

@ObjectType({ description: 'A link to set a new password.' })
export class CreatePasswordResetPayload extends Payload {
  @Field(() => String, {
    nullable: true,
    description: 'The link to hand over, told once, good for an hour; null where it is mailed.',
  })
  resetUrl?: string | null;
}

@ObjectType({ description: 'The token that was made.' })
export class CreateApiTokenPayload extends Payload {
  @Field(() => ApiToken, { nullable: true, description: 'The token; null where it failed.' })
  apiToken?: ApiToken;

  @Field(() => ApiTokenEdge, { nullable: true, description: 'Its edge in a list of tokens.' })
  apiTokenEdge?: ApiTokenEdge;

  @Field(() => String, { nullable: true, description: 'The key. It is not kept and not told again.' })
  secret?: string;
}

@ObjectType({ description: 'The token that works no more.' })
export class RevokeApiTokenPayload extends Payload {
  @Field(() => ApiToken, { nullable: true, description: 'The token as it is now; null where it failed.' })
  apiToken?: ApiToken;
}

@ObjectType({ description: 'What is left of the sessions.' })
export class RevokeSessionsPayload extends Payload {
  @Field(() => Viewer, { description: 'The caller, whose sessions may be read again.' })
  viewer!: Viewer;
}
