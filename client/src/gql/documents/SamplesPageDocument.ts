import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
import type { SamplesPageQuery, SamplesPageQueryVariables } from '../graphql.js';

export const SamplesPageDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"SamplesPage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sampleTicketCount"}},{"kind":"Field","name":{"kind":"Name","value":"tickets"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}}]}}]}}]} as unknown as DocumentNode<SamplesPageQuery, SamplesPageQueryVariables>;
