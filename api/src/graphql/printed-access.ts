/** The rules of access as a directive of the schema, so that whoever reads schema.graphql sees who may select what. */
import {
  DirectiveLocation,
  GraphQLBoolean,
  GraphQLDirective,
  type GraphQLEnumType,
  GraphQLList,
  GraphQLNonNull,
  GraphQLSchema,
  GraphQLString,
  lexicographicSortSchema,
  printSchema,
} from 'graphql';
import type { AccessRule, AccessRules } from './access.js';

const name = 'access';

/** The schema, which says that there is such a directive. */
export function withAccessDirective(schema: GraphQLSchema): GraphQLSchema {
  const directive = new GraphQLDirective({
    name,
    description:
      'Who may see or do it. Given on a type it holds for all its fields; a field may only be stricter. A document that asks for more than its caller may is refused as a whole.',
    locations: [DirectiveLocation.OBJECT, DirectiveLocation.INTERFACE, DirectiveLocation.FIELD_DEFINITION],
    args: {
      to: {
        type: new GraphQLNonNull(schema.getType('Access') as GraphQLEnumType),
        description: 'The least that the caller must be.',
      },
      scope: {
        type: new GraphQLList(new GraphQLNonNull(schema.getType('TokenScope') as GraphQLEnumType)),
        description: 'What a token needs besides; of several, all.',
      },
      session: { type: GraphQLBoolean, description: 'Only for somebody who signed in: no token, of any scope.' },
      opens: {
        type: new GraphQLList(new GraphQLNonNull(GraphQLString)),
        description: 'Fields of the answered object that whoever may select this may select too.',
      },
    },
  });
  return new GraphQLSchema({ ...schema.toConfig(), directives: [...schema.getDirectives(), directive] });
}

/** As graphql-js prints it, with the rule at the end of each type's and field's own line. */
export function printWithAccess(schema: GraphQLSchema, rules: AccessRules): string {
  let owner: string | null = null;
  let field = '';
  let isText = false;
  const lines = printSchema(lexicographicSortSchema(schema)).split('\n');
  const printed = lines.map((line) => {
    const quotes = line.split('"""').length - 1;
    if (quotes === 1) isText = !isText;
    if (isText || quotes > 0) return line;
    const kind = /^(\w+) (\w+)/.exec(line);
    if (kind) {
      owner = kind[1] === 'type' || kind[1] === 'interface' ? (kind[2] ?? null) : null;
      return owner === null ? line : line.replace(/ \{$/, `${textOf(rules[owner])} {`);
    }
    field = /^ {2}(\w+)/.exec(line)?.[1] ?? field;
    const isWhole = /^ {2}(\w+(\(.*\))?|\)): /.test(line);
    return owner !== null && isWhole ? line + textOf(rules[`${owner}.${field}`]) : line;
  });
  return `${printed.join('\n')}\n`;
}

function textOf(rule: AccessRule | undefined): string {
  if (!rule) return '';
  const { to, scope, session, opens } = rule;
  const scopes = scope && (typeof scope === 'string' ? scope : `[${scope.join(', ')}]`);
  const values = { to, scope: scopes, session, opens: opens && JSON.stringify(opens).replaceAll(',', ', ') };
  const given = Object.entries(values).flatMap(([argument, value]) =>
    value === undefined ? [] : `${argument}: ${value}`,
  );
  return ` @${name}(${given.join(', ')})`;
}
