/**
 * Writes the client's types and documents from the committed schema. Fragments stay masked: a parent cannot read its
 * child's fields. The generator is called directly, because its command line brings 50 MB of loaders that read schemas
 * from elsewhere.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { preset } from '@graphql-codegen/client-preset';
import { codegen } from '@graphql-codegen/core';
import { CodeFileLoader } from '@graphql-tools/code-file-loader';
import { loadDocuments } from '@graphql-tools/load';
import { buildSchema, isAbstractType, parse } from 'graphql';

const baseOutputDir = 'client/src/gql/';
const schemaText = readFileSync('schema.graphql', 'utf8');

const schema = buildSchema(schemaText);

const documents = await loadDocuments(['client/src/**/!(*.test).{ts,tsx}', `!${baseOutputDir}**`], {
  loaders: [new CodeFileLoader({ pluckConfig: { skipIndent: true } })],
  sort: true,
});

const files = await preset.buildGeneratesSection({
  baseOutputDir,
  schema: parse(schemaText),
  schemaAst: schema,
  documents,
  plugins: [],
  pluginMap: {},
  presetConfig: { fragmentMasking: false },
  config: {
    scalars: { ID: { input: 'string', output: 'string' }, DateTime: 'string', LocalDate: 'string' },
    enumType: 'string-literal',
    useTypeImports: true,
    strictScalars: true,
    documentMode: 'documentNode',
    nonOptionalTypename: true,
    skipTypeNameForRoot: true,
    inlineFragmentTypes: 'mask',
    customDirectives: { apolloUnmask: true },
    emitLegacyCommonJSImports: false,
  },
});

/** What the client's cache must know of interfaces and unions. */
const possibleTypes = Object.fromEntries(
  Object.values(schema.getTypeMap())
    .filter(isAbstractType)
    .map((type) => [
      type.name,
      schema
        .getPossibleTypes(type)
        .map(({ name }) => name)
        .sort(),
    ]),
);

rmSync(`${baseOutputDir}documents`, { recursive: true, force: true });
mkdirSync(`${baseOutputDir}documents`, { recursive: true });
// The files wait for each other's parts, so all are begun before any is awaited.
await Promise.all(
  files.map(async (file) => {
    const text = await codegen({ ...file, cache: async (_namespace, _key, factory) => factory() });
    writeFileSync(file.filename, file.filename.endsWith('graphql.ts') ? apart(text) : text);
  }),
);

/** Each document in a module of its own, so that a page loads those it asks with and no others. */
function apart(text: string): string {
  return text.replace(
    /^export const (\w+) = (\{.*\}) as unknown as DocumentNode<(\w+), (.+)>;$/gm,
    (_line, name: string, document: string, result: string, variables: string) => {
      const types = [result, variables].filter((type) => /^[A-Z]\w+$/.test(type)).join(', ');
      writeFileSync(
        `${baseOutputDir}documents/${name}.ts`,
        `import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
import type { ${types} } from '../graphql.js';

export const ${name} = ${document} as unknown as DocumentNode<${result}, ${variables}>;
`,
      );
      return `export { ${name} } from './documents/${name}.js';`;
    },
  );
}
writeFileSync(
  `${baseOutputDir}possible-types.ts`,
  `export const possibleTypes = ${JSON.stringify(possibleTypes, null, 2)};\n`,
);
