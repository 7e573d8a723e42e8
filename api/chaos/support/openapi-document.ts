/** As much of OpenAPI 3.1 as the desk's own document uses. */
export type Schema = {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly format?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
};

export type Parameter = {
  readonly $ref?: string;
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly schema: Schema;
};
export type Content = Readonly<Record<string, { readonly schema?: Schema }>>;
export type Operation = {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly $ref?: string; readonly content?: Content }>>;
};
export type PathItem = Readonly<Record<string, Operation>> & { readonly parameters?: readonly Parameter[] };
export type OpenApi = { readonly paths: Readonly<Record<string, PathItem>> };

/** Follows a reference of the document, if that is what it is given. */
export function resolve<T extends { readonly $ref?: string }>(document: OpenApi, node: T): T {
  if (node.$ref === undefined) return node;
  const keys = node.$ref.slice(2).split('/');
  const target = keys.reduce<unknown>((parent, key) => (parent as Record<string, unknown>)[key], document);
  return resolve(document, target as T);
}
