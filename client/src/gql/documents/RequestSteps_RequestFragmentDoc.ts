import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
import type { RequestSteps_RequestFragment } from '../graphql.js';

export const RequestSteps_RequestFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RequestSteps_request"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Request"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"finishedAt"}},{"kind":"Field","name":{"kind":"Name","value":"reopensUntil"}},{"kind":"Field","name":{"kind":"Name","value":"onReply"}}]}}]} as unknown as DocumentNode<RequestSteps_RequestFragment, unknown>;
