import { Field, ID, InputType, Int } from 'type-graphql';
import type { TokenScopeName } from '../../caller.js';
import { Role } from '../accounts/user.js';
import { TokenScope } from '../sessions/api-token.js';

@InputType({ description: 'Whom to invite.' })
export class InviteUserInput {
  @Field(() => String, { description: 'The address they will sign in with.' })
  email!: string;

  @Field(() => String, { description: 'The name to show, 1–100 characters; they can change it.' })
  displayName!: string;

  @Field(() => Role, { description: 'What they may do.' })
  role!: Role;
}

@InputType({ description: 'Changes of a person; what is left out or null stays as it is.' })
export class UpdateUserInput {
  @Field(() => ID, { description: 'Who.' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'The name to show.' })
  displayName?: string | null;

  @Field(() => String, { nullable: true, description: 'The address they sign in with.' })
  email?: string | null;

  @Field(() => Role, { nullable: true, description: 'What they may do.' })
  role?: Role | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'False ends their sessions and tokens; true lets them sign in again.',
  })
  active?: boolean | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Where `active` becomes false: to whom their unfinished tickets go. Left out they are nobody’s.',
  })
  handOverToId?: string | null;
}

@InputType({ description: 'Changes of the caller’s own profile; what is left out or null stays as it is.' })
export class UpdateViewerInput {
  @Field(() => String, { nullable: true, description: 'The name to show.' })
  displayName?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The short name: 1–39 letters a–z, digits, dots, hyphens or underscores.',
  })
  handle?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether to e-mail the caller about mentions, assignments and requesters’ replies that stay unread for two minutes.',
  })
  emailNotifications?: boolean | null;
}

@InputType({ description: 'Whose password is to be set anew.' })
export class CreatePasswordResetInput {
  @Field(() => ID, { description: 'Who.' })
  userId!: string;
}

@InputType({ description: 'A key for a program.' })
export class CreateApiTokenInput {
  @Field(() => String, { description: 'What it is for, 1–100 characters.' })
  name!: string;

  @Field(() => [TokenScope], { description: 'What it may do; at least one.' })
  scopes!: TokenScopeName[];

  @Field(() => Int, { nullable: true, description: 'How many days it works, 1–366. Default: 90.' })
  expiresInDays?: number | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'A token of the desk, not of the caller; administrators alone. Default: false.',
  })
  forDesk?: boolean | null;
}

@InputType({ description: 'Which token is to stop working.' })
export class RevokeApiTokenInput {
  @Field(() => ID, { description: 'The token.' })
  id!: string;
}

@InputType({ description: 'Which sessions to end.' })
export class RevokeSessionsInput {
  @Field(() => [ID], { nullable: true, description: 'These.' })
  ids?: string[] | null;

  @Field(() => Boolean, { nullable: true, description: 'All but the one that the request came with.' })
  allOthers?: boolean | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Of this person, all unless `ids` names some; administrators alone.',
  })
  userId?: string | null;
}
