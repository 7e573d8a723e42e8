import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
import type { EmptyInboxPageQuery, EmptyInboxPageQueryVariables } from '../graphql.js';

export const EmptyInboxPageDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"EmptyInboxPage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"tickets"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}}]}}]}}]} as unknown as DocumentNode<EmptyInboxPageQuery, EmptyInboxPageQueryVariables>;
