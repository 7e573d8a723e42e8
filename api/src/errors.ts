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

export abstract class AppError extends Error {
  abstract readonly code:
    | 'INVALID_INPUT'
    | 'NOT_FOUND'
    | 'CONFLICT'
    | 'IDEMPOTENCY_CONFLICT'
    | 'NOT_ALLOWED'
    | 'UNAUTHENTICATED'
    | 'FORBIDDEN'
    | 'TOO_MANY'
    | 'UNAVAILABLE';
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
  }
}

export class InvalidInputError extends AppError {
  readonly code = 'INVALID_INPUT';
  constructor(readonly issues: readonly Issue[]) {
    super(issues.map(({ message }) => message).join(' '));
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
    readonly current: Current,
  ) {
    super(message);
  }
}

export class IdempotencyConflictError extends AppError {
  readonly code = 'IDEMPOTENCY_CONFLICT';
}

export class NotAllowedError extends AppError {
  readonly code = 'NOT_ALLOWED';
}

/** The database, or a place in its pool, cannot be had now. Callers may retry. */
export class UnavailableError extends AppError {
  readonly code = 'UNAVAILABLE';
}

/** The caller did not prove who they are, or proved it wrongly. */
export class UnauthenticatedError extends AppError {
  readonly code = 'UNAUTHENTICATED';
}

/** Whoever the caller is, they may not do this. */
export class ForbiddenError extends AppError {
  readonly code = 'FORBIDDEN';
  constructor(
    message: string,
    /** Where in the input; null where it is about no field of it. */
    readonly path: readonly string[] | null = null,
  ) {
    super(message);
  }
}

/** Asked too often; the same may be asked again later. */
export class TooManyError extends AppError {
  readonly code = 'TOO_MANY';
  constructor(
    message: string,
    readonly retryAfterSeconds: number,
  ) {
    super(message);
  }
}
