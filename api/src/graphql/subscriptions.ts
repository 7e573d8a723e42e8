/**
 * Runs subscriptions. A document is held to the same rules as one that comes over HTTP: parsed, validated, weighed and
 * compared with what its caller may select, and this last once more at each event. What several subscribers ask in the
 * same words and with the same rights is answered once for each event.
 */
import {
  createSourceEventStream,
  type DocumentNode,
  type ExecutionResult,
  GraphQLError,
  type GraphQLFormattedError,
  type GraphQLSchema,
  getOperationAST,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import type { Caller } from '../caller.js';
import { closable } from '../feed/closable.js';
import type { Logger } from '../logger.js';
import type { AnswerEvent } from './compiled-execution.js';
import { documentLimits, documentLimitsRule } from './document-limits.js';
import { createDocumentStore } from './document-store.js';
import { formatError } from './graphql-errors.js';
import { knownOperationsRule } from './known-operations.js';
import type { Steps } from './request-steps.js';

export type Asked = {
  readonly query: string;
  readonly operationName?: string | null | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | null | undefined;
};

export type Subscriber<Context> = {
  /** Who asks, by now. @throws where they may not ask any more */
  readonly ask: () => Promise<Caller>;
  readonly contextOf: (caller: Caller) => Context;
  /** What the answers wait for, such as texts that are counted until they are sent. */
  readonly begin: (caller: Caller) => void;
};

/** One that was begun, with what it was begun by. */
export type Started = {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operationName: string | null;
  readonly answers: AsyncGenerator<ExecutionResult, void>;
};

type Checked = { readonly document: DocumentNode; readonly operation: OperationDefinitionNode };
type Answers = AsyncGenerator<ExecutionResult, void>;

export class Subscriptions<Context extends { readonly caller: Caller }> {
  readonly #documents = createDocumentStore();
  readonly #names = new WeakMap<DocumentNode, number>();
  readonly #shared = new WeakMap<object, Map<string, Promise<ExecutionResult>>>();
  #named = 0;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly steps: readonly Steps<Context>[],
    private readonly answerEvent: AnswerEvent,
    private readonly log: Logger,
  ) {}

  /** Answers the events, or what is wrong with the document. */
  async start(asked: Asked, subscriber: Subscriber<Context>): Promise<Started | readonly GraphQLError[]> {
    const checked = await this.#check(asked);
    if (Array.isArray(checked)) return checked as readonly GraphQLError[];
    const { document, operation } = checked as Checked;
    const variables = asked.variables ?? {};
    const caller = await subscriber.ask();
    const contextValue = subscriber.contextOf(caller);
    const refusal = await this.#refusal(checked as Checked, variables, contextValue);
    if (refusal) return [refusal];
    const operationName = operation.name?.value ?? null;
    const events = await createSourceEventStream({
      schema: this.schema,
      document,
      contextValue,
      variableValues: variables,
      operationName,
    });
    if (!(Symbol.asyncIterator in events)) return events.errors ?? [];
    const stream = events as AsyncGenerator<object>;
    const answers = closable<ExecutionResult>(
      () => this.#answers(stream, checked as Checked, variables, subscriber),
      () => void stream.return(undefined),
    );
    return { schema: this.schema, document, operationName, answers };
  }

  async *#answers(
    events: AsyncGenerator<object>,
    checked: Checked,
    variables: Readonly<Record<string, unknown>>,
    { ask, contextOf, begin }: Subscriber<Context>,
  ): Answers {
    const name = `${this.#nameOf(checked.document)} ${checked.operation.name?.value ?? ''} ${JSON.stringify(variables)}`;
    for await (const payload of events) {
      const caller = await ask();
      const answer = async () => {
        begin(caller);
        const context = contextOf(caller);
        const refusal = await this.#refusal(checked, variables, context);
        if (refusal) return { errors: [refusal] };
        return this.answerEvent({ ...checked, payload, context, variables });
      };
      yield this.#formatted(await this.#once(payload, `${name} ${rightsOf(caller)}`, answer));
    }
  }

  /** Equal questions about one event, by callers who are the same to the desk, have one answer. */
  #once(payload: object, key: string, answer: () => Promise<ExecutionResult>): Promise<ExecutionResult> {
    const known = this.#shared.get(payload) ?? new Map<string, Promise<ExecutionResult>>();
    this.#shared.set(payload, known);
    const result = known.get(key) ?? answer();
    known.set(key, result);
    return result;
  }

  async #check({ query, operationName }: Asked): Promise<Checked | readonly GraphQLError[]> {
    let document = await this.#documents.get(query);
    if (!document) {
      try {
        document = parse(query, { maxTokens: documentLimits.tokens });
      } catch (error) {
        return [error as GraphQLError];
      }
      const faults = validate(this.schema, document, [...specifiedRules, knownOperationsRule, documentLimitsRule], {
        maxErrors: 5,
      });
      if (faults.length > 0) return faults;
      await this.#documents.set(query, document);
    }
    const operation = getOperationAST(document, operationName);
    if (!operation) {
      const many = document.definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION).length > 1;
      const advice = many ? 'Say by `operationName` which operation to run.' : 'The document has no operation.';
      return [new GraphQLError(operationName ? `Unknown operation named "${operationName}".` : advice)];
    }
    if (operation.operation !== OperationTypeNode.SUBSCRIPTION) {
      return [new GraphQLError('Only subscriptions come over a WebSocket; send queries and mutations over HTTP.')];
    }
    return { document, operation };
  }

  async #refusal(
    { document, operation }: Checked,
    variables: Readonly<Record<string, unknown>>,
    contextValue: Context,
  ): Promise<GraphQLError | null> {
    const request = { variables };
    try {
      for (const step of this.steps) {
        await step().didResolveOperation?.({ document, operation, request, contextValue } as never);
      }
      return null;
    } catch (error) {
      if (error instanceof GraphQLError) return error;
      throw error;
    }
  }

  /** With errors in the words in which HTTP tells them. */
  #formatted({ data, errors }: ExecutionResult): ExecutionResult {
    if (!errors) return { data: data ?? null };
    return { ...(data === undefined ? {} : { data }), errors: inOurWords(errors, this.log) };
  }

  #nameOf(document: DocumentNode): number {
    const name = this.#names.get(document) ?? ++this.#named;
    this.#names.set(document, name);
    return name;
  }
}

function rightsOf({ kind, id, access, scopes, ticketNumber }: Caller): string {
  return JSON.stringify([kind, id, access, scopes, ticketNumber]);
}

/** What was not expected is logged, and told in one sentence. */
export function inOurWords(errors: readonly GraphQLError[], log: Logger): readonly GraphQLError[] {
  return errors.map((error) => {
    const { message, extensions } = formatError(asFormatted(error), error);
    if (extensions?.code === 'INTERNAL_SERVER_ERROR') {
      log.warn({ err: error.originalError ?? error }, 'A subscription failed unexpectedly.');
    }
    const { nodes, source, positions, path } = error;
    return new GraphQLError(message, { nodes, source, positions, path, extensions });
  });
}

function asFormatted(error: GraphQLError): GraphQLFormattedError {
  const code = error.originalError ? 'INTERNAL_SERVER_ERROR' : 'BAD_USER_INPUT';
  const { http: _http, ...extensions } = { code, ...error.extensions } as Record<string, unknown>;
  return { ...error.toJSON(), extensions };
}
