import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
import type { TriageState_TriageFragment } from '../graphql.js';

export const TriageState_TriageFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TriageState_triage"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TriageStatus"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"engine"}},{"kind":"Field","name":{"kind":"Name","value":"answering"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]} as unknown as DocumentNode<TriageState_TriageFragment, unknown>;
