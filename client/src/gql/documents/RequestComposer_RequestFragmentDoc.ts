import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
import type { RequestComposer_RequestFragment } from '../graphql.js';

export const RequestComposer_RequestFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RequestComposer_request"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Request"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"onReply"}}]}}]} as unknown as DocumentNode<RequestComposer_RequestFragment, unknown>;
