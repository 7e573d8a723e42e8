/**
 * What a caller may select. Each type and field has one rule, and what has none may be selected by nobody. The rules that
 * a document meets are collected once and kept with it; then a request is compared with those few, before anything runs,
 * whether it is compiled or interpreted. A document that asks for more than the caller has is refused as a whole.
 */
import {
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isInterfaceType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import type { AccessLevel, Caller, TokenScopeName } from '../caller.js';
import type { Steps } from './request-steps.js';

export type AccessRule = {
  readonly to: AccessLevel;
  /** What a token needs besides; of several, all. */
  readonly scope?: TokenScopeName | readonly TokenScopeName[];
  /** Only for somebody who signed in: no token, of any scope. */
  readonly session?: boolean;
  /** For the holders of links to requests too. */
  readonly requesters?: boolean;
  /** Of the object that this field answers, whoever may select the field may select these too. */
  readonly opens?: readonly string[];
};

/** By type; by `Type.field` where a field is stricter than its type, or its type leaves it to its fields. */
export type AccessRules = Readonly<Record<string, AccessRule>>;

/** The scopes of the rule that the token has not. Callers without a token lack none. */
export function lackingScopes({ scopes }: Caller, rule: AccessRule | null): TokenScopeName[] {
  return scopes ? [rule?.scope ?? []].flat().filter((scope) => !scopes.includes(scope)) : [];
}

/** Null: nobody, because nobody said who. */
export function ruleOf(rules: AccessRules, typeName: string, fieldName: string): AccessRule | null {
  return rules[`${typeName}.${fieldName}`] ?? rules[typeName] ?? null;
}

type Condition = { readonly variable: string; readonly wanted: boolean; readonly fallback: unknown };
type Demand = {
  readonly rule: AccessRule | null;
  readonly path: readonly string[];
  /** All must hold for the field to be selected. */
  readonly conditions: readonly Condition[];
};

export function limitAccess(schema: GraphQLSchema, rules: AccessRules): Steps<{ readonly caller: Caller }> {
  const known = new WeakMap<OperationDefinitionNode, readonly Demand[]>();
  const demandsOf = (document: DocumentNode, operation: OperationDefinitionNode) => {
    const seen = known.get(operation);
    if (seen) return seen;
    const demands = fewest(demandsIn(schema, rules, document, operation));
    known.set(operation, demands);
    return demands;
  };
  return () => ({
    async didResolveOperation({ document, operation, request, contextValue: { caller } }) {
      if (!operation) return;
      for (const demand of demandsOf(document, operation)) {
        if (meets(caller, demand.rule)) continue;
        if (demand.conditions.every((condition) => holds(condition, request.variables ?? {}))) {
          throw refusal(caller, demand);
        }
      }
    },
  });
}

export function meets(caller: Caller, rule: AccessRule | null): boolean {
  if (caller.kind === 'system') return true;
  if (rule === null) return false;
  if (rule.session && caller.sessionId == null) return false;
  if (lackingScopes(caller, rule).length > 0) return false;
  if (rule.requesters && caller.kind === 'requester') return true;
  switch (rule.to) {
    case 'PUBLIC':
      return true;
    case 'REQUESTER':
      return caller.kind === 'requester';
    case 'AGENT':
      return caller.access === 'AGENT' || caller.access === 'SELF' || caller.access === 'ADMIN';
    case 'SELF':
      return caller.accountId != null;
    case 'ADMIN':
      return caller.access === 'ADMIN';
  }
}

function holds({ variable, wanted, fallback }: Condition, variables: Readonly<Record<string, unknown>>): boolean {
  return (Object.hasOwn(variables, variable) ? variables[variable] : fallback) === wanted;
}

function refusal(caller: Caller, { rule, path }: Demand): GraphQLError {
  const isNobody = caller.kind === 'nobody' || caller.kind === 'team';
  const code = isNobody ? 'UNAUTHENTICATED' : 'FORBIDDEN';
  const field = `\`${path.join('.')}\``;
  const message = isNobody ? `Sign in to ask for ${field}.` : `You may not ask for ${field}${needed(caller, rule)}.`;
  return new GraphQLError(message, { path, extensions: { code, http: { status: 200 } } });
}

function needed(caller: Caller, rule: AccessRule | null): string {
  if (rule?.session) return ': it needs a session, which a token is not';
  const [scope] = lackingScopes(caller, rule);
  return scope ? `: the token lacks the scope ${scope}` : '';
}

/** Of several fields with one rule and the same conditions the first is enough. */
function fewest(demands: readonly Demand[]): Demand[] {
  const first = new Map<string, Demand>();
  for (const demand of demands) {
    const { to, scope, session } = demand.rule ?? {};
    if (to === 'PUBLIC' && !scope && !session) continue;
    const key = JSON.stringify([to, scope, session, demand.conditions]);
    if (!first.has(key)) first.set(key, demand);
  }
  return [...first.values()];
}

function demandsIn(
  schema: GraphQLSchema,
  rules: AccessRules,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): Demand[] {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const fallbacks = fallbacksOf(operation);
  const demands: Demand[] = [];
  type Place = {
    readonly type: GraphQLNamedType;
    readonly path: readonly string[];
    readonly conditions: readonly Condition[];
    readonly opened: readonly string[];
  };

  function walk(selectionSet: SelectionSetNode, place: Place): void {
    for (const selection of selectionSet.selections) {
      const added = conditionsOf(selection.directives ?? [], fallbacks);
      if (added === null) continue;
      const conditions = added.length > 0 ? [...place.conditions, ...added] : place.conditions;
      if (selection.kind === Kind.FIELD) {
        ofField(selection, { ...place, conditions });
        continue;
      }
      const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection;
      if (!fragment) continue;
      const on = fragment.typeCondition && schema.getType(fragment.typeCondition.name.value);
      walk(fragment.selectionSet, { ...place, conditions, type: on ?? place.type });
    }
  }

  function ofField(field: FieldNode, { type, path, conditions, opened }: Place): void {
    const name = field.name.value;
    // What introspection tells stands in schema.graphql.
    if (name.startsWith('__') || !(isObjectType(type) || isInterfaceType(type))) return;
    const own = [...path, field.alias?.value ?? name];
    const rule = ruleOf(rules, type.name, name);
    if (!opened.includes(name)) demands.push({ rule, path: own, conditions });
    const inner = getNamedType(type.getFields()[name]?.type);
    if (!field.selectionSet || !inner) return;
    walk(field.selectionSet, { type: inner, path: own, conditions, opened: rule?.opens ?? [] });
  }

  const root = schema.getRootType(operation.operation);
  if (root) walk(operation.selectionSet, { type: root, path: [], conditions: [], opened: [] });
  return demands;
}

function fallbacksOf({ variableDefinitions = [] }: OperationDefinitionNode): ReadonlyMap<string, unknown> {
  return new Map(
    variableDefinitions.map(({ variable, defaultValue }) => [
      variable.name.value,
      defaultValue?.kind === Kind.BOOLEAN ? defaultValue.value : undefined,
    ]),
  );
}

/** Null: never selected. */
function conditionsOf(
  directives: readonly DirectiveNode[],
  fallbacks: ReadonlyMap<string, unknown>,
): Condition[] | null {
  const conditions: Condition[] = [];
  for (const { name, arguments: given = [] } of directives) {
    if (name.value !== 'skip' && name.value !== 'include') continue;
    const wanted = name.value === 'include';
    const value = given.find((argument) => argument.name.value === 'if')?.value;
    if (value?.kind === Kind.BOOLEAN && value.value !== wanted) return null;
    if (value?.kind !== Kind.VARIABLE) continue;
    const variable = value.name.value;
    conditions.push({ variable, wanted, fallback: fallbacks.get(variable) });
  }
  return conditions;
}
