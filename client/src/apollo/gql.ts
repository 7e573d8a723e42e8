/**
 * Declares the GraphQL that a component needs, beside the component. The generator reads it from the source and writes the
 * typed document into `gql/graphql.ts`; at run time it is nothing, and the bundler drops it.
 */
/* @__NO_SIDE_EFFECTS__ */
export function gql(_source: TemplateStringsArray): void {}
