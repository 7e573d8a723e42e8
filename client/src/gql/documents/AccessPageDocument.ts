import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
import type { AccessPageQuery, AccessPageQueryVariables } from '../graphql.js';

export const AccessPageDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"AccessPage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"namelessRestCalls"}}]}}]}}]} as unknown as DocumentNode<AccessPageQuery, AccessPageQueryVariables>;
