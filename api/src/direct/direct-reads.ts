/**
 * Answers operations that repeat and ask lists of tickets for plain fields, without objects, strings or an executor in
 * between. What an operation may do was decided before it comes here, and whatever this cannot answer to the byte as the
 * ordinary way does goes there. See docs/decisions/0077-lists-are-written-from-the-bytes-of-rows.md.
 */
import {
  type DocumentNode,
  type ExecutionResult,
  GraphQLError,
  type GraphQLSchema,
  getVariableValues,
  type OperationDefinitionNode,
} from 'graphql';
import type { Shortcut } from '../graphql/compiled-execution.js';
import { readyResult } from '../graphql/ready-data.js';
import { conditionsIn, DocumentPlan } from './document-plan.js';
import type { DirectContext } from './list-plan.js';
import type { DirectSources } from './page-bytes.js';

/** Of an operation: the plan for each way that its directives turn out, where there is one. */
type Plans = { readonly conditions: readonly string[] | null; readonly ways: Map<string, DocumentPlan | null> };

export function directReads(sources: DirectSources, schema: GraphQLSchema): Shortcut<DirectContext> {
  // What is known of an operation lives as long as its document, which the document store decides.
  const known = new WeakMap<OperationDefinitionNode, Plans>();

  function plansOf(document: DocumentNode, operation: OperationDefinitionNode): Plans {
    const seen = known.get(operation);
    if (seen) return seen;
    const plans = { conditions: conditionsIn(document), ways: new Map<string, DocumentPlan | null>() };
    known.set(operation, plans);
    return plans;
  }

  return async ({ document, operation, variables: given, context }) => {
    const { conditions, ways } = plansOf(document, operation);
    if (!conditions) return null;
    const { coerced: variables } = getVariableValues(schema, operation.variableDefinitions ?? [], given);
    if (!variables) return null;
    const way = conditions.map((name) => Number(variables[name] === true)).join('');
    let plan = ways.get(way);
    if (plan === undefined) {
      plan = DocumentPlan.of(sources, schema, { document, operation, variables });
      ways.set(way, plan);
    }
    if (!plan) return null;
    try {
      const bytes = await plan.answer(context, variables);
      return bytes && readyResult(bytes);
    } catch (error) {
      if (error instanceof GraphQLError) return refused(error);
      throw error;
    }
  };
}

/** A list is never null, so without one there is nothing at all. */
function refused(error: GraphQLError): ExecutionResult | null {
  // Faults of arguments are told the ordinary way, which knows better where they are.
  return error.originalError instanceof GraphQLError ? null : { errors: [error], data: null };
}
