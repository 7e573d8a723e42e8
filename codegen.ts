import type { CodegenConfig } from '@graphql-codegen/cli';

/** Types and documents for the client, from the committed schema. Fragments stay masked: a parent cannot read its child's fields. */
const config: CodegenConfig = {
  schema: 'schema.graphql',
  documents: 'client/src/**/!(*.test).{ts,tsx}',
  ignoreNoDocuments: true,
  generates: {
    'client/src/gql/': {
      preset: 'client',
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
    },
  },
};

// The generator loads its configuration by the default export.
export default config;
