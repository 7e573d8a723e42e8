import type { FastifyRequest } from 'fastify';
import { type DocumentNode, GraphQLError, Kind, type SelectionSetNode } from 'graphql';
import { requestOf } from './request-of-context.js';
import type { Steps } from './request-steps.js';

/**
 * Spends one per call of a named root field, before anything runs, whatever alias or fragment it comes through. Which
 * fields cost what is the assembly's knowledge.
 */
export function spendPerField(budgets: Readonly<Record<string, (request: FastifyRequest) => Promise<void>>>): Steps {
  return () => ({
    async didResolveOperation({ document, operation, contextValue }) {
      if (!operation) return;
      for (const field of rootFields(document, operation.selectionSet)) {
        await budgets[field]?.(requestOf(contextValue)).catch(refuse);
      }
    },
  });
}

/** Validation has bounded how many there can be, and refused fragments that spread themselves. */
function* rootFields(document: DocumentNode, { selections }: SelectionSetNode): Generator<string> {
  for (const selection of selections) {
    if (selection.kind === Kind.FIELD) yield selection.name.value;
    else if (selection.kind === Kind.INLINE_FRAGMENT) yield* rootFields(document, selection.selectionSet);
    else yield* rootFields(document, fragmentOf(document, selection.name.value));
  }
}

function fragmentOf({ definitions }: DocumentNode, name: string): SelectionSetNode {
  for (const definition of definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION && definition.name.value === name) return definition.selectionSet;
  }
  throw new Error(`Validation let a spread of ${name} pass, which is no fragment.`);
}

function refuse(error: Error & { retryAfter?: number }): never {
  const headers = new Map([['retry-after', `${error.retryAfter ?? 1}`]]);
  throw new GraphQLError(error.message, { extensions: { code: 'RATE_LIMITED', http: { status: 429, headers } } });
}
