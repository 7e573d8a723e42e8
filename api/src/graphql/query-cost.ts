/**
 * What an answer may weigh, in nodes: each object counts one, a connection as many as its page can hold, and what hangs
 * below is multiplied. Counted before anything runs, because the sizes may stand in variables; each answer tells its cost.
 */
import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  valueFromASTUntyped,
} from 'graphql';
import { defaultSize, largestSize } from '../relay/connection.js';
import type { Steps } from './request-steps.js';

export const costLimit = 20_000;

type Variables = Readonly<Record<string, unknown>>;

/** A field that brings nodes; `size` is null for a single object. */
type Branch = {
  readonly path: string;
  readonly size: ((variables: Variables) => number) | null;
  readonly branches: readonly Branch[];
};
type Weight = { readonly branch: Branch; readonly nodes: number; readonly size: number };

export function limitCost(schema: GraphQLSchema): Steps {
  const known = new WeakMap<OperationDefinitionNode, readonly Branch[]>();
  const branchesOf = (document: DocumentNode, operation: OperationDefinitionNode) => {
    const seen = known.get(operation);
    if (seen) return seen;
    const branches = branchesIn(schema, document, operation);
    known.set(operation, branches);
    return branches;
  };
  return () => {
    let requested: number | null = null;
    return {
      async didResolveOperation({ document, operation, request }) {
        const weights: Weight[] = [];
        if (!operation) return;
        const nodes = weigh(branchesOf(document, operation), request.variables ?? {}, 1, weights);
        requested = nodes;
        if (nodes > costLimit) throw tooCostly(nodes, weights);
      },
      async willSendResponse({ response: { body } }) {
        if (requested === null || body.kind !== 'single') return;
        body.singleResult.extensions = { ...body.singleResult.extensions, cost: { requested, limit: costLimit } };
      },
    };
  };
}

function weigh(branches: readonly Branch[], variables: Variables, times: number, weights: Weight[]): number {
  let sum = 0;
  for (const branch of branches) {
    const size = branch.size?.(variables) ?? 1;
    const nodes = times * size + weigh(branch.branches, variables, times * size, weights);
    if (branch.size) weights.push({ branch, nodes, size });
    sum += nodes;
  }
  return sum;
}

function tooCostly(requested: number, weights: readonly Weight[]): GraphQLError {
  // Inner connections come first: the innermost of the heavy ones is multiplied by everything above it.
  const heavy = weights.filter(({ nodes }) => nodes > requested / 2);
  const costliest = heavy[0]?.branch.path ?? 'many fields';
  const remedies = heavy.map(({ branch, nodes, size }) => ({
    path: branch.path,
    first: Math.floor((size * (costLimit - requested + nodes)) / nodes),
  }));
  const remedy = remedies.find(({ first }) => first >= 1);
  const advice = remedy ? `\`first: ${remedy.first}\` at ${remedy.path} would fit` : 'Split the operation';
  const message = `The answer could hold ${requested} nodes; ${costLimit} are allowed. Most of them come from ${costliest}. ${advice}.`;
  const cost = { requested, limit: costLimit, costliest, remedy: remedy ?? null };
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT', http: { status: 400 }, cost } });
}

function branchesIn(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode): Branch[] {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }

  function below(selectionSet: SelectionSetNode, type: GraphQLNamedType, path: string): Branch[] {
    return selectionSet.selections.flatMap((selection) => {
      if (selection.kind === Kind.FIELD) return ofField(selection, type, path);
      const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection;
      const on = fragment?.typeCondition && schema.getType(fragment.typeCondition.name.value);
      return fragment ? below(fragment.selectionSet, on ?? type, path) : [];
    });
  }

  function ofField(field: FieldNode, parent: GraphQLNamedType, path: string): Branch[] {
    if (!field.selectionSet || !(isObjectType(parent) || isInterfaceType(parent))) return [];
    const type = getNamedType(parent.getFields()[field.name.value]?.type);
    if (!isCompositeType(type)) return [];
    const own = path === '' ? field.name.value : `${path}.${field.name.value}`;
    const branches = below(field.selectionSet, type, own);
    const isCounted = !/Edge$|^PageInfo$/.test(type.name) && !parent.name.endsWith('Edge');
    return isCounted ? [{ path: own, size: sizeOf(field, type, operation), branches }] : branches;
  }

  const root = schema.getRootType(operation.operation);
  return root ? below(operation.selectionSet, root, '') : [];
}

function sizeOf(field: FieldNode, type: GraphQLNamedType, operation: OperationDefinitionNode): Branch['size'] {
  const valueGiven = (name: string) => {
    const node = field.arguments?.find((given) => given.name.value === name)?.value;
    if (node?.kind !== Kind.VARIABLE) return () => node && valueFromASTUntyped(node);
    const { defaultValue } = operation.variableDefinitions?.find(
      ({ variable }) => variable.name.value === node.name.value,
    ) ?? { defaultValue: undefined };
    const fallback = defaultValue && valueFromASTUntyped(defaultValue);
    return (variables: Variables) =>
      Object.hasOwn(variables, node.name.value) ? variables[node.name.value] : fallback;
  };
  if (type.name.endsWith('Connection')) {
    const [first, last] = [valueGiven('first'), valueGiven('last')];
    return (variables) => pageSize(first(variables) ?? last(variables));
  }
  if (field.name.value !== 'nodes') return null;
  const ids = valueGiven('ids');
  return (variables) => [ids(variables)].flat().length;
}

/** A page size that is none of ours is refused by the connection itself, in better words. */
function pageSize(asked: unknown): number {
  return typeof asked === 'number' && asked >= 0 ? Math.min(asked, largestSize) : defaultSize;
}
