import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import graphqlPlugin from '@graphql-eslint/eslint-plugin';
import { Linter } from 'eslint';

const schemaFile = fileURLToPath(new URL('../../schema.graphql', import.meta.url));

const rules = {
  '@graphql-eslint/relay-arguments': ['error', { includeBoth: true }],
  '@graphql-eslint/relay-connection-types': 'error',
  '@graphql-eslint/relay-edge-types': [
    'error',
    { withEdgeSuffix: true, shouldImplementNode: true, listTypeCanWrapOnlyEdgeType: false },
  ],
  '@graphql-eslint/relay-page-info': 'error',
  '@graphql-eslint/require-description': [
    'error',
    {
      types: true,
      FieldDefinition: true,
      InputValueDefinition: true,
      EnumValueDefinition: true,
      DirectiveDefinition: true,
      rootField: true,
    },
  ],
  '@graphql-eslint/description-style': ['error', { style: 'block' }],
};

/** @graphql-eslint's relay and description rules find nothing in schema.graphql. */
export async function judge() {
  const linter = new Linter({ cwd: fileURLToPath(new URL('../..', import.meta.url)) });
  const config = {
    files: ['**/*.graphql'],
    languageOptions: { parser: graphqlPlugin.parser, parserOptions: { graphQLConfig: { schema: schemaFile } } },
    plugins: { '@graphql-eslint': graphqlPlugin },
    rules,
  };
  const found = linter.verify(await readFile(schemaFile, 'utf8'), [config], { filename: schemaFile });
  const failures = found.map(({ line, ruleId, message }) => `schema.graphql:${line} ${ruleId} ${message}`);
  const broken = new Set(found.map(({ ruleId }) => ruleId));
  return { passed: Object.keys(rules).length - broken.size, failures };
}
