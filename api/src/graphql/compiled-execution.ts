/**
 * Runs operations that repeat as compiled functions, and everything else on graphql-js; answers must be the same either
 * way. A compiled operation answers before Apollo would execute it: what Apollo prepares for an executor makes a hidden
 * class for each request, which holds the whole request until a major collection.
 */
import { type BaseContext, HeaderMap } from '@apollo/server';
import type { GatewayGraphQLRequestContext, GatewayInterface } from '@apollo/server-gateway-interface';
import {
  type DocumentNode,
  type ExecutionResult,
  execute,
  GraphQLError,
  GraphQLScalarType,
  type GraphQLSchema,
  getVariableValues,
  isAbstractType,
  Kind,
  type OperationDefinitionNode,
  visit,
} from 'graphql';
import { compileQuery, isCompiledQuery } from 'graphql-jit';
import { keepReady } from './ready-data.js';
import { requestOf } from './request-of-context.js';
import type { RequestSteps, Steps } from './request-steps.js';

type Execution = Pick<GatewayGraphQLRequestContext, 'document' | 'request' | 'context'>;
type Variables = Readonly<Record<string, unknown>>;
type Executor = (context: unknown, variables: Variables, root?: unknown) => Promise<ExecutionResult>;
/** Null: this operation cannot be compiled. */
type Entry = { uses: number; executor?: Executor | null };

const mostCoercionErrors = 5;
const passThrough = new GraphQLScalarType({ name: '__PassThrough' });

/** How many operations ran which way; whoever made it may read it at any time. */
export type Executions = { direct: number; compiled: number; interpreted: number };

/** One event of a subscription, as its document asks for it. */
export type AnswerEvent = (event: {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly payload: unknown;
  readonly context: unknown;
  readonly variables: Variables;
}) => Promise<ExecutionResult>;

/** A faster way to the same answer, for operations that repeat; null for those that it does not know. */
export type Shortcut<Context extends BaseContext> = (operation: {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Variables;
  readonly context: Context;
}) => Promise<ExecutionResult | null>;

export function compiledExecution<Context extends BaseContext>(
  schema: GraphQLSchema,
  executions: Executions,
  shortcut: Shortcut<Context> | null = null,
): { readonly steps: Steps<Context>; readonly gateway: GatewayInterface; readonly answerEvent: AnswerEvent } {
  const compiledSchema = withPassThrough(schema);
  // What is known of an operation lives as long as its document, which the document store decides.
  const entries = new WeakMap<OperationDefinitionNode, Entry>();
  // By context: results with errors, of which Apollo tells as of any executor's.
  const failed = new WeakMap<object, ExecutionResult>();

  // A one-off operation is not worth compiling, and compiling each would let a client fill the memory.
  const isRepeated = (operation: OperationDefinitionNode): boolean => {
    const entry = entries.get(operation) ?? { uses: 0 };
    entries.set(operation, entry);
    return ++entry.uses > 1;
  };

  const executorOf = (document: DocumentNode, operation: OperationDefinitionNode): Executor | null => {
    const entry = entries.get(operation) ?? { uses: 0 };
    if (entry.executor === undefined) entry.executor = compile(schema, compiledSchema, document, operation);
    return entry.executor;
  };

  const steps: RequestSteps<Context> = {
    async responseForOperation({ document, operation, request, contextValue }) {
      if (!operation || !isRepeated(operation)) return null;
      const variables = request.variables ?? {};
      let result = shortcut && (await shortcut({ document, operation, variables, context: contextValue }));
      if (result) {
        executions.direct++;
        keepReady(requestOf(contextValue), result);
      } else {
        const compiled = executorOf(document, operation);
        if (!compiled) return null;
        executions.compiled++;
        result = await compiled(contextValue, variables);
      }
      if (!result.errors) return { http: { headers: new HeaderMap() }, body: { kind: 'single', singleResult: result } };
      failed.set(contextValue, result);
      return null;
    },
  };

  async function interpret({ document, request, context }: Execution): Promise<ExecutionResult> {
    executions.interpreted++;
    return execute({
      schema,
      document,
      contextValue: context,
      variableValues: request.variables ?? {},
      operationName: request.operationName ?? null,
      options: { maxCoercionErrors: mostCoercionErrors },
    });
  }

  return {
    steps: () => steps,
    async answerEvent({ document, operation, payload, context, variables }) {
      const compiled = isRepeated(operation) ? executorOf(document, operation) : null;
      if (compiled) {
        executions.compiled++;
        return compiled(context, variables, payload);
      }
      executions.interpreted++;
      const operationName = operation.name?.value ?? null;
      return execute({
        schema,
        document,
        rootValue: payload,
        contextValue: context,
        variableValues: variables,
        operationName,
      });
    },
    gateway: {
      onSchemaLoadOrUpdate(callback) {
        callback({ apiSchema: schema, coreSupergraphSdl: '' });
        return () => undefined;
      },
      load: async () => ({
        executor: async (execution) => {
          const result = failed.get(execution.context) ?? (await interpret(execution));
          return (result.data === undefined ? { errors: fewFaults(result) } : result) as never;
        },
      }),
      stop: async () => undefined,
    },
  };
}

/** graphql-js ends a long list of faulty variables with an error that it gave up, which is nobody's fault and no news. */
function fewFaults({ errors }: ExecutionResult): ExecutionResult['errors'] {
  return errors?.slice(0, mostCoercionErrors);
}

function compile(
  schema: GraphQLSchema,
  compiledSchema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): Executor | null {
  const compiled = compileQuery(compiledSchema, withoutCoercion(document), operation.name?.value);
  if (!isCompiledQuery(compiled)) return null;
  return async (context, variables, root) => {
    const definitions = operation.variableDefinitions ?? [];
    const { coerced, errors } = getVariableValues(schema, definitions, variables, { maxErrors: mostCoercionErrors });
    if (!coerced) return { errors };
    const result = await compiled.query(root, context, coerced);
    return result.errors?.length ? { ...result, errors: result.errors.map(toGraphQLError) } : result;
  };
}

/** The compiler mis-coerces defaults of non-null input fields, so graphql-js coerces and the compiled code passes the values on. */
function withoutCoercion(document: DocumentNode): DocumentNode {
  return visit(document, {
    VariableDefinition: (node) => ({
      ...node,
      defaultValue: undefined,
      type: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: passThrough.name } },
    }),
  });
}

function withPassThrough(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    // type-graphql's resolveType is asynchronous, which the compiler does not support.
    if (isAbstractType(type)) type.resolveType = (value: object) => value.constructor.name;
  }
  return Object.create(schema, {
    getType: { value: (name: string) => (name === passThrough.name ? passThrough : schema.getType(name)) },
  });
}

/** Apollo's error formatting needs errors made by graphql-js. */
function toGraphQLError({ message, path, originalError, extensions, locations }: GraphQLError): GraphQLError {
  const error = new GraphQLError(message, { path, originalError, extensions });
  return Object.defineProperty(error, 'locations', { value: locations, enumerable: true });
}
