import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { type AccessLevel, accessLevels, type TokenScopeName } from '../../caller.js';
import { TokenScope } from '../sessions/api-token.js';

export enum AccessMode {
  OPEN = 'OPEN',
  TEAM = 'TEAM',
}

registerEnumType(AccessMode, {
  name: 'AccessMode',
  description: 'Whether callers without a name are the team.',
  valuesConfig: {
    OPEN: { description: 'Whoever reaches the desk is the team.' },
    TEAM: { description: 'The team signs in.' },
  },
});

export const Access = Object.fromEntries(accessLevels.map((level) => [level, level])) as {
  readonly [level in AccessLevel]: level;
};

registerEnumType(Access, {
  name: 'Access',
  description: 'The least that a caller must be.',
  valuesConfig: {
    PUBLIC: { description: 'Anybody, signed in or not, in every mode.' },
    REQUESTER: { description: 'Whoever holds the link of that one request.' },
    AGENT: { description: 'A member of the team, or a token with the scope.' },
    SELF: { description: 'A member of the team who signed in or gave a token of their own: it is about them.' },
    ADMIN: { description: 'An administrator who signed in, or a token with the scope ADMIN.' },
  },
});

export enum SignInKind {
  PASSWORD = 'PASSWORD',
  OIDC = 'OIDC',
}

registerEnumType(SignInKind, {
  name: 'SignInKind',
  description: 'A kind of sign-in.',
  valuesConfig: {
    PASSWORD: { description: 'Address and password.' },
    OIDC: { description: 'OpenID Connect.' },
  },
});

@ObjectType({ description: 'A way to sign in.' })
export class SignInMethod {
  @Field(() => SignInKind, { description: 'Which kind it is.' })
  kind!: SignInKind;

  @Field(() => String, { description: 'What the button says.' })
  label!: string;

  @Field(() => String, { nullable: true, description: 'Where the browser goes; null for PASSWORD.' })
  url!: string | null;
}

@ObjectType({ description: 'The caller.' })
export class Viewer {
  @Field(() => AccessMode, {
    description: 'Whether callers without a name are the team (OPEN) or must sign in (TEAM).',
  })
  mode!: AccessMode;

  @Field(() => Access, { description: 'What the caller counts as.' })
  access!: AccessLevel;

  @Field(() => [TokenScope], { nullable: true, description: 'Scopes of the token; null where there is none.' })
  tokenScopes!: readonly TokenScopeName[] | null;

  @Field(() => [SignInMethod], { description: 'Ways to sign in, for the page that offers them.' })
  signInMethods!: SignInMethod[];

  @Field(() => Boolean, { description: 'Whether the desk waits for its first administrator.' })
  needsFirstAdmin!: boolean;

  @Field(() => Boolean, {
    description: 'Whether callers without a name may submit tickets while the team signs in (SUBMIT).',
  })
  anybodyMaySubmit!: boolean;

  @Field(() => Boolean, {
    description:
      'Whether whoever forgot a password is mailed a link to set a new one (POST /auth/reset); where not, an administrator hands it over.',
  })
  mailsPasswordResets!: boolean;
}
