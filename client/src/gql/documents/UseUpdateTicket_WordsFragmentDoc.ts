import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
import type { UseUpdateTicket_WordsFragment } from '../graphql.js';

export const UseUpdateTicket_WordsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"useUpdateTicket_words"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Ticket"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"description"}}]}}]} as unknown as DocumentNode<UseUpdateTicket_WordsFragment, unknown>;
