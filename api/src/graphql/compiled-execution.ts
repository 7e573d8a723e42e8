/**
 * Runs operations that repeat as compiled functions, and everything else on graphql-js. It sits behind Apollo's gateway
 * hook, the supported place for another executor; answers must be the same either way.
 */
import type { GatewayInterface } from '@apollo/server-gateway-interface';
import {
  type DocumentNode,
  type ExecutionResult,
  execute,
  GraphQLError,
  GraphQLScalarType,
  type GraphQLSchema,
  getOperationAST,
  getVariableValues,
  isAbstractType,
  Kind,
  type OperationDefinitionNode,
  visit,
} from 'graphql';
import { compileQuery, isCompiledQuery } from 'graphql-jit';

type Variables = Readonly<Record<string, unknown>>;
type Executor = (context: unknown, variables: Variables) => Promise<ExecutionResult>;
/** Null: this operation cannot be compiled. */
type Entry = { uses: number; executor?: Executor | null };

const mostCoercionErrors = 5;
const passThrough = new GraphQLScalarType({ name: '__PassThrough' });

/** How many operations ran either way; whoever made it may read it at any time. */
export type Executions = { compiled: number; interpreted: number };

export function compiledExecution(schema: GraphQLSchema, executions: Executions): GatewayInterface {
  const compiledSchema = withPassThrough(schema);
  // What is known of an operation lives as long as its document, which the document store decides.
  const entries = new WeakMap<OperationDefinitionNode, Entry>();

  // A one-off operation is not worth compiling, and compiling each would let a client fill the memory.
  const executorOf = (document: DocumentNode, operation: OperationDefinitionNode): Executor | null => {
    const entry = entries.get(operation) ?? { uses: 0 };
    entries.set(operation, entry);
    if (++entry.uses === 1) return null;
    entry.executor ??= compile(schema, compiledSchema, document, operation);
    return entry.executor;
  };

  return {
    onSchemaLoadOrUpdate(callback) {
      callback({ apiSchema: schema, coreSupergraphSdl: '' });
      return () => undefined;
    },
    load: async () => ({
      executor: async ({ document, request, context }) => {
        const variables = request.variables ?? {};
        const operation = getOperationAST(document, request.operationName);
        const compiled = operation && executorOf(document, operation);
        executions[compiled ? 'compiled' : 'interpreted']++;
        const result = compiled
          ? await compiled(context, variables)
          : await execute({
              schema,
              document,
              contextValue: context,
              variableValues: variables,
              operationName: request.operationName ?? null,
              options: { maxCoercionErrors: mostCoercionErrors },
            });
        return (result.data === undefined ? { errors: fewFaults(result) } : result) as never;
      },
    }),
    stop: async () => undefined,
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
  return async (context, variables) => {
    const definitions = operation.variableDefinitions ?? [];
    const { coerced, errors } = getVariableValues(schema, definitions, variables, { maxErrors: mostCoercionErrors });
    if (!coerced) return { errors };
    const result = await compiled.query(undefined, context, coerced);
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
