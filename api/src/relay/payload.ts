import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { AppError, ConflictError, ForbiddenError, InvalidInputError } from '../errors.js';

export enum UserErrorCode {
  INVALID_INPUT = 'INVALID_INPUT',
  NOT_FOUND = 'NOT_FOUND',
  CONFLICT = 'CONFLICT',
  IDEMPOTENCY_CONFLICT = 'IDEMPOTENCY_CONFLICT',
  NOT_ALLOWED = 'NOT_ALLOWED',
  FORBIDDEN = 'FORBIDDEN',
}

registerEnumType(UserErrorCode, {
  name: 'UserErrorCode',
  description: 'What kind of expected failure a mutation met.',
  valuesConfig: {
    INVALID_INPUT: { description: 'A value of the input is not allowed; `path` names it.' },
    NOT_FOUND: { description: 'The object does not exist, or its id is malformed.' },
    CONFLICT: {
      description: 'Somebody changed the object since `expectedVersion`; the payload carries what is there now.',
    },
    IDEMPOTENCY_CONFLICT: { description: 'The idempotency key was used with another input.' },
    FORBIDDEN: { description: 'The caller may see it, and may not do this.' },
    NOT_ALLOWED: { description: 'The desk is not in a state in which this can be done.' },
  },
});

@ObjectType({ description: 'An expected failure of a mutation: data, not an exception.' })
export class UserError {
  @Field(() => UserErrorCode, { description: 'What kind of failure it is.' })
  code!: UserErrorCode;

  @Field(() => [String], {
    description: 'Where in the input, outermost first, such as ["title"]. Empty for the input as a whole.',
  })
  path!: string[];

  @Field(() => String, { description: 'One sentence for a person: what is wrong and how to fix it.' })
  message!: string;
}

@ObjectType({ description: 'What became of a mutation.' })
export abstract class Payload {
  @Field(() => [UserError], { description: 'Expected failures; empty where it worked.' })
  userErrors: UserError[] = [];
}

const camelCase = (name: string) => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** Turns an expected failure into data; anything else is thrown on. `path` is where failures without a field of their own belong. */
export function toUserErrors(error: unknown, path: string[]): UserError[] {
  if (error instanceof InvalidInputError) {
    return error.issues.map((issue) => ({
      code: UserErrorCode.INVALID_INPUT,
      path: issue.path.map(camelCase),
      message: issue.message,
    }));
  }
  if (!(error instanceof AppError)) throw error;
  if (error.code === 'UNAVAILABLE' || error.code === 'UNAUTHENTICATED' || error.code === 'TOO_MANY') throw error;
  const named = error instanceof ForbiddenError && error.path ? [...error.path] : path;
  const where = error instanceof ConflictError ? ['expectedVersion'] : named;
  return [{ code: UserErrorCode[error.code], path: where, message: error.message }];
}
