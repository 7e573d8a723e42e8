import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
import type { Period_StatsFragment } from '../graphql.js';

export const Period_StatsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Period_stats"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TicketStats"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"period"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"to"}}]}}]}}]} as unknown as DocumentNode<Period_StatsFragment, unknown>;
