/** What an operation names, so that a list can leave out what is costly to read. */
import { type GraphQLResolveInfo, Kind, type OperationDefinitionNode, type SelectionSetNode } from 'graphql';

// What is known of an operation lives as long as its document, which the document store decides.
const named = new WeakMap<OperationDefinitionNode, ReadonlySet<string>>();

/** Whether the operation selects a field of this name anywhere, by fragments and aliases too; directives are not weighed. */
export function namesField({ operation, fragments }: GraphQLResolveInfo, name: string): boolean {
  const known = named.get(operation) ?? fieldsIn(operation.selectionSet, fragments);
  named.set(operation, known);
  return known.has(name);
}

function fieldsIn(selection: SelectionSetNode, fragments: GraphQLResolveInfo['fragments']): Set<string> {
  const names = new Set<string>();
  const spread = new Set<string>();
  const read = ({ selections }: SelectionSetNode): void => {
    for (const one of selections) {
      if (one.kind === Kind.FIELD) names.add(one.name.value);
      if (one.kind !== Kind.FRAGMENT_SPREAD) {
        if (one.selectionSet) read(one.selectionSet);
      } else if (!spread.has(one.name.value)) {
        spread.add(one.name.value);
        const fragment = fragments[one.name.value];
        if (fragment) read(fragment.selectionSet);
      }
    }
  };
  read(selection);
  return names;
}
