import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { AppError, ConflictError, InvalidInputError, StaleConversationError } from '../errors.js';

export enum UserErrorCode {
  INVALID_INPUT = 'INVALID_INPUT',
  NOT_FOUND = 'NOT_FOUND',
  CONFLICT = 'CONFLICT',
  IDEMPOTENCY_CONFLICT = 'IDEMPOTENCY_CONFLICT',
  NOT_ALLOWED = 'NOT_ALLOWED',
  FORBIDDEN = 'FORBIDDEN',
  STALE_CONVERSATION = 'STALE_CONVERSATION',
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
    STALE_CONVERSATION: { description: 'Something was said since; the payload tells what, and nothing was sent.' },
    NOT_ALLOWED: { description: 'The desk or the object is not in a state in which this can be done, whoever asks.' },
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

/** What a mutation answers; each mutation's own fields come with a class of its own. */
@ObjectType({ description: 'What became of a mutation.' })
export abstract class Payload {
  @Field(() => [UserError], { description: 'Expected failures; empty where it worked.' })
  userErrors: UserError[] = [];

  /** After a conflict, or where something was said since: what is there now, for payloads that have a field for it. */
  showCurrent(_current: unknown): void {}
}

/** Runs a mutation: its payload holds what the work answers, or the failure that was to be expected. */
export async function answer<Answer extends Payload>(
  payload: Answer,
  work: () => Promise<Partial<Answer>>,
): Promise<Answer> {
  try {
    return filled(payload, await work());
  } catch (error) {
    payload.userErrors = toUserErrors(error);
    if (error instanceof ConflictError || error instanceof StaleConversationError) payload.showCurrent(error.current);
    return payload;
  }
}

export function filled<T extends object>(empty: T, fields: Partial<T>): T {
  return Object.assign(empty, fields);
}

/** The graph's word for each failure. */
export const userErrorCodes = {
  INVALID_INPUT: UserErrorCode.INVALID_INPUT,
  NOT_FOUND: UserErrorCode.NOT_FOUND,
  CONFLICT: UserErrorCode.CONFLICT,
  IDEMPOTENCY_CONFLICT: UserErrorCode.IDEMPOTENCY_CONFLICT,
  WRONG_STATE: UserErrorCode.NOT_ALLOWED,
  FORBIDDEN: UserErrorCode.FORBIDDEN,
  STALE_CONVERSATION: UserErrorCode.STALE_CONVERSATION,
} satisfies Record<AppError['code'], UserErrorCode>;

const camelCase = (name: string) => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** Turns an expected failure into data; anything else is thrown on. */
function toUserErrors(error: unknown): UserError[] {
  if (!(error instanceof AppError)) throw error;
  const { inputPath, message } = error;
  const faults = error instanceof InvalidInputError ? error.issues : [{ path: inputPath, message }];
  return faults.map(({ path, message }) => ({ code: userErrorCodes[error.code], path: path.map(camelCase), message }));
}
