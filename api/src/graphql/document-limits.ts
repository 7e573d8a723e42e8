/**
 * What a document may be, whatever its variables: a stranger's document must not cost more to understand than an honest
 * one. Fragments count wherever they are spread. What its answer may weigh is decided in query-cost.ts.
 */
import {
  type ASTVisitor,
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLError,
  Kind,
  type SelectionSetNode,
  type ValidationContext,
} from 'graphql';

/** The full introspection query has about 450 tokens, 100 fields and a depth of 15. */
export const documentLimits = {
  tokens: 4_000,
  depth: 20,
  fields: 1_000,
  aliases: 50,
  directives: 50,
  repetitions: 50,
} as const;

type Measure = { depth: number; fields: number; aliases: number; directives: number; repetitions: number };

const words: Record<keyof Measure, string> = {
  depth: 'levels deep',
  fields: 'fields',
  aliases: 'aliases',
  directives: 'directives',
  repetitions: 'repeated fields',
};

function responseName({ alias, name }: FieldNode): string {
  return (alias ?? name).value;
}

export function documentLimitsRule(context: ValidationContext): ASTVisitor {
  const measured = new Map<FragmentDefinitionNode, Measure>();

  function measure(selectionSet: SelectionSetNode): Measure {
    const sum: Measure = { depth: 0, fields: 0, aliases: 0, directives: 0, repetitions: 0 };
    const seen = new Set<string>();
    for (const selection of selectionSet.selections) {
      sum.directives += selection.directives?.length ?? 0;
      const isField = selection.kind === Kind.FIELD;
      const inner =
        selection.kind === Kind.FRAGMENT_SPREAD
          ? measureFragment(selection.name.value)
          : selection.selectionSet && measure(selection.selectionSet);
      sum.fields += (inner?.fields ?? 0) + (isField ? 1 : 0);
      sum.aliases += (inner?.aliases ?? 0) + (isField && selection.alias ? 1 : 0);
      sum.directives += inner?.directives ?? 0;
      sum.repetitions += (inner?.repetitions ?? 0) + (isField && seen.has(responseName(selection)) ? 1 : 0);
      if (isField) seen.add(responseName(selection));
      sum.depth = Math.max(sum.depth, (inner?.depth ?? 0) + (isField ? 1 : 0));
    }
    return sum;
  }

  /** Each fragment once: spreads of spreads would otherwise take exponential time. A cycle counts nothing and has a rule of its own. */
  function measureFragment(name: string): Measure | undefined {
    const fragment = context.getFragment(name);
    if (!fragment) return undefined;
    const known = measured.get(fragment);
    if (known) return known;
    measured.set(fragment, { depth: 0, fields: 0, aliases: 0, directives: 0, repetitions: 0 });
    const total = measure(fragment.selectionSet);
    measured.set(fragment, total);
    return total;
  }

  return {
    OperationDefinition(operation) {
      const found = measure(operation.selectionSet);
      found.directives += operation.directives?.length ?? 0;
      for (const [name, word] of Object.entries(words) as [keyof Measure, string][]) {
        if (found[name] <= documentLimits[name]) continue;
        const message = `The operation is too large: ${found[name]} ${word}; ${documentLimits[name]} are allowed. Split it.`;
        context.reportError(new GraphQLError(message, { nodes: operation }));
      }
    },
  };
}
