import { GraphQLError, GraphQLScalarType, Kind, print, type ValueNode } from 'graphql';
import { parseInstant } from '../database/instant.js';

const withZone = /T.*(Z|[+-]\d\d:\d\d)$/;

/** `node` is where the document has the value; a variable's is named by whoever reads the variable. */
function parse(value: unknown, node?: ValueNode): string {
  const instant = typeof value === 'string' && withZone.test(value) ? parseInstant(value) : null;
  if (instant) return instant;
  const found = node ? `Found ${print(node)}. ` : '';
  throw new GraphQLError(`${found}A DateTime is ISO 8601 text with a time zone, such as "2026-02-19T10:11:12Z".`, {
    nodes: node,
    extensions: { code: 'BAD_USER_INPUT' },
  });
}

/** Values are ISO text already when they reach the graph, so they pass through: formatting dates was a tenth of a list's cost. */
export const DateTime = new GraphQLScalarType<string, string>({
  name: 'DateTime',
  description: 'An instant as ISO 8601 text in UTC with milliseconds, such as "2026-02-19T10:11:12.345Z".',
  specifiedByURL: 'https://scalars.graphql.org/andimarek/date-time.html',
  serialize: (value) => value as string,
  parseValue: parse,
  parseLiteral: (node) => parse(node.kind === Kind.STRING ? node.value : null, node),
});

/** A calendar day without a time zone, such as "2026-02-19". Only ever an output. */
export const LocalDate = new GraphQLScalarType<string, string>({
  name: 'LocalDate',
  description: 'A calendar day without a time zone, such as "2026-02-19".',
  serialize: (value) => value as string,
});
