/**
 * Why the language model gave no usable answer. The kinds are the desk's own words: which HTTP status or
 * exception of the vendor stands behind each is decided in chat-client.ts and nowhere else.
 */
export type ModelFailureKind =
  | 'unauthorized'
  | 'model_missing'
  | 'rate_limited'
  | 'server_error'
  | 'timeout'
  | 'unreachable'
  | 'bad_request'
  | 'no_credit'
  | 'too_long'
  | 'no_api'
  | 'empty'
  | 'nonsense'
  | 'paused'
  | 'over_budget';

const LASTING: ReadonlySet<ModelFailureKind> = new Set([
  'unauthorized',
  'model_missing',
  'rate_limited',
  'bad_request',
  'no_credit',
  'no_api',
]);

type ModelFailureDetails = {
  /** HTTP status, where the server answered at all. */
  status?: number | undefined;
  /** The request parameter that the server blames, where it names one. */
  param?: string | undefined;
  /** How long the server asks to be left alone. */
  retryAfterMs?: number | undefined;
  cause?: unknown;
};

export class ModelFailure extends Error {
  override readonly name = 'ModelFailure';
  readonly status: number | undefined;
  readonly param: string | undefined;
  readonly retryAfterMs: number | undefined;

  constructor(
    readonly kind: ModelFailureKind,
    message: string,
    details: ModelFailureDetails = {},
  ) {
    super(message, { cause: details.cause });
    this.status = details.status;
    this.param = details.param;
    this.retryAfterMs = details.retryAfterMs;
  }

  /** Whether leaving out optional parts of the request may help. */
  get mayBeDialect(): boolean {
    if (this.kind === 'server_error') return this.status === undefined || this.status === 500 || this.status === 501;
    if (this.kind === 'model_missing') return !this.namesModel;
    return this.kind === 'bad_request' || this.kind === 'empty' || this.kind === 'nonsense';
  }

  private get namesModel(): boolean {
    return /model_not_found|\bmodel\b.*(not|n't|no longer|un(known|available))|(no such|unknown) model/i.test(
      this.message,
    );
  }

  /** Trying again at once would meet the same answer: a person or the clock has to act first. */
  get isLasting(): boolean {
    return LASTING.has(this.kind);
  }
}

/** What an operator can do about each kind; shown in the log and by `npm run llm:doctor`. */
export const REMEDIES = {
  unauthorized: 'Check the API key: it is missing, wrong, or not allowed to use this model.',
  model_missing:
    'Set LLM_MODEL to a model that this server offers (this one is unknown or withdrawn), and check LLM_BASE_URL.',
  rate_limited: 'Wait, or raise the rate limit of the account.',
  server_error: 'Nothing to do here: the server has a fault. The model is tried again by itself.',
  timeout: 'Choose a faster model, or raise LLM_TIMEOUT_MS.',
  unreachable: 'Check LLM_BASE_URL, and that the server runs and can be reached from here.',
  bad_request: 'The server refuses the request even in its simplest form: check LLM_BASE_URL and LLM_MODEL.',
  no_credit: 'Top up the credit of the account, or raise its spending limit.',
  too_long: 'Choose a model with a larger context: the ticket and the instructions do not fit into this one.',
  no_api:
    'Check LLM_BASE_URL: what answers there is a web page or a redirect, not a model server. It often ends in /v1.',
  empty: 'The model answers nothing: choose another one with LLM_MODEL.',
  nonsense: 'The model cannot keep to the answer format: choose another one with LLM_MODEL.',
  paused: 'Nothing to do here: after repeated failures the model is left alone for a while.',
  over_budget: 'Raise LLM_DAILY_BUDGET or LLM_CLIENT_DAILY_BUDGET, or wait until tomorrow (UTC).',
} satisfies Record<ModelFailureKind, string>;
