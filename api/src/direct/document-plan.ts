/** What an operation answers directly: lists of tickets alone, each of them whole. Made once for each way its directives may turn out. */
import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  getNamedType,
  isObjectType,
  Kind,
  locatedError,
  type OperationDefinitionNode,
  visit,
} from 'graphql';
import { collectFields } from 'graphql/execution/collectFields.js';
import type { RawRows } from '../database/reads/raw-rows.js';
import { JsonBytes } from './json-bytes.js';
import { type DirectContext, ListPlan, type Written } from './list-plan.js';
import { shapeOf } from './list-shape.js';
import type { DirectSources } from './page-bytes.js';

type Variables = Readonly<Record<string, unknown>>;
type RootPart = { readonly key: string; readonly plan: ListPlan | null };

/** Every variable in a directive doubles the ways. */
const mostConditions = 3;
const mostLists = 5;

export class DocumentPlan {
  readonly #parts: readonly RootPart[];

  private constructor(parts: readonly RootPart[]) {
    this.#parts = parts;
  }

  /** Null for what must be answered the ordinary way. */
  static of(
    sources: DirectSources,
    schema: GraphQLSchema,
    {
      document,
      operation,
      variables,
    }: { document: DocumentNode; operation: OperationDefinitionNode; variables: Variables },
  ): DocumentPlan | null {
    const query = schema.getQueryType();
    if (!query || operation.operation !== 'query') return null;
    const selecting = { schema, fragments: fragmentsIn(document), variables };
    const parts: RootPart[] = [];
    const fields = collectFields(schema, selecting.fragments, variables, query, operation.selectionSet);
    for (const [key, nodes] of fields) {
      const name = nodes[0]?.name.value;
      if (name === '__typename') {
        parts.push({ key, plan: null });
        continue;
      }
      const field = query.getFields()[name ?? ''];
      const connection = getNamedType(field?.type);
      if (!field || name !== 'tickets' || !isObjectType(connection)) return null;
      const shape = shapeOf(selecting, connection, nodes);
      if (!shape) return null;
      parts.push({ key, plan: new ListPlan(sources, shape, field, nodes[0] as FieldNode) });
    }
    const lists = parts.filter(({ plan }) => plan !== null).length;
    return lists > 0 && lists <= mostLists ? new DocumentPlan(parts) : null;
  }

  /** The answer up to the end of its data; null where the ordinary way must answer. @throws GraphQLError where a list could not be read */
  async answer(context: DirectContext, variables: Variables): Promise<JsonBytes | null> {
    const held: RawRows[] = [];
    try {
      const lists = await settled(
        this.#parts.map(({ key, plan }) => plan && read(key, plan, context, variables, (raw) => held.push(raw))),
      );
      if (lists.some((written, index) => written === null && this.#parts[index]?.plan)) return null;
      const out = JsonBytes.take();
      let separator = '{"data":{';
      this.#parts.forEach(({ key }, index) => {
        out.json(`${separator}${JSON.stringify(key)}:`);
        separator = ',';
        const write = lists[index];
        if (write) write(out);
        else out.json('"Query"');
      });
      out.json('}');
      return out;
    } finally {
      for (const raw of held) raw.release();
    }
  }
}

/** Waits for all even where one failed: what the others read must not be released before they have it. */
async function settled(reads: readonly (Promise<Written> | null)[]): Promise<Written[]> {
  const outcomes = await Promise.allSettled(reads);
  const failed = outcomes.find((outcome) => outcome.status === 'rejected');
  if (failed) throw failed.reason;
  return outcomes.map((outcome) => (outcome.status === 'fulfilled' ? outcome.value : null));
}

/** A failure is told where the ordinary way would tell it. */
async function read(
  key: string,
  plan: ListPlan,
  context: DirectContext,
  variables: Variables,
  hold: (raw: RawRows) => void,
): Promise<Written> {
  try {
    return await plan.read(context, variables, hold);
  } catch (error) {
    const [field, nodes] = plan.shape.reader;
    throw locatedError(error, nodes, [key, field]);
  }
}

export function fragmentsIn({ definitions }: DocumentNode): Record<string, FragmentDefinitionNode> {
  const fragments: Record<string, FragmentDefinitionNode> = Object.create(null);
  for (const definition of definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments[definition.name.value] = definition;
  }
  return fragments;
}

/** The variables by which directives decide what is selected; null where there are too many ways. */
export function conditionsIn(document: DocumentNode): readonly string[] | null {
  const names = new Set<string>();
  visit(document, {
    Directive({ arguments: given = [] }) {
      for (const { value } of given) if (value.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  return names.size <= mostConditions ? [...names] : null;
}
