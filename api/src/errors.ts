/**
 * The closed vocabulary of expected failures. Services throw these; each transport translates them in one place
 * (GraphQL: userErrors or BAD_USER_INPUT, REST: the bodies of its contract). Knows no transport.
 */

/** Stable names of what can be wrong with one input value; each transport words them in its own way. */
export type IssueCode =
  | 'required'
  | 'blank'
  | 'null'
  | 'not_a_string'
  | 'null_character'
  | 'too_long'
  | 'invalid_choice'
  | 'invalid';

export interface Issue {
  /** Where in the input, outermost first: ["title"] or ["filter", "createdAt", "from"]. */
  readonly path: readonly string[];
  readonly code: IssueCode;
  /** One sentence that names what is wrong and what is allowed. */
  readonly message: string;
}

/** Its path is where in the input the failure belongs, as an issue's; empty for the input as a whole. */
export abstract class AppError extends Error {
  abstract readonly code:
    | 'INVALID_INPUT'
    | 'NOT_FOUND'
    | 'CONFLICT'
    | 'IDEMPOTENCY_CONFLICT'
    | 'WRONG_STATE'
    | 'FORBIDDEN'
    | 'STALE_CONVERSATION';
  constructor(
    message: string,
    /** Not `path`: graphql-js takes an error with a list of that name for one of its own. */
    readonly inputPath: readonly string[],
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = new.target.name;
  }
}

export class InvalidInputError extends AppError {
  readonly code = 'INVALID_INPUT';
  constructor(readonly issues: readonly Issue[]) {
    super(issues.map(({ message }) => message).join(' '), issues[0]?.path ?? []);
  }
}

export class NotFoundError extends AppError {
  readonly code = 'NOT_FOUND';
}

/** The expected version is not the current one; carries what is there now, so that a caller can compare. */
export class ConflictError<Current = unknown> extends AppError {
  readonly code = 'CONFLICT';
  constructor(
    message: string,
    inputPath: readonly string[],
    readonly current: Current,
  ) {
    super(message, inputPath);
  }
}

/** Something was said since the writer looked; carries what, so that the words can be thought over. */
export class StaleConversationError<Current = unknown> extends AppError {
  readonly code = 'STALE_CONVERSATION';
  constructor(
    message: string,
    inputPath: readonly string[],
    readonly current: Current,
  ) {
    super(message, inputPath);
  }
}

export class IdempotencyConflictError extends AppError {
  readonly code = 'IDEMPOTENCY_CONFLICT';
}

/** The desk, or the object, is not in a state in which this can be done, whoever asks. */
export class WrongStateError extends AppError {
  readonly code = 'WRONG_STATE';
}

/** Whoever the caller is, they may not do this. */
export class ForbiddenError extends AppError {
  readonly code = 'FORBIDDEN';
  constructor(message: string, inputPath: readonly string[] = []) {
    super(message, inputPath);
  }
}

/** The caller did not prove who they are, or proved it wrongly. Told by the status of the whole answer, at either door. */
export class UnauthenticatedError extends Error {
  readonly code = 'UNAUTHENTICATED';
}

/** The disk is full: what was sent cannot be kept. */
export class NoRoomError extends Error {}

/** Too much is asked of the desk by all together; the same may be asked again in a moment. */
export class BusyError extends Error {}

/** Asked too often; the same may be asked again later. */
export class TooManyError extends Error {
  constructor(
    message: string,
    readonly retryAfterSeconds: number,
  ) {
    super(message);
  }
}
