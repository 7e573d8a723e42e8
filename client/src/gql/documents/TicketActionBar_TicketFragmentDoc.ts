import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
import type { TicketActionBar_TicketFragment } from '../graphql.js';

export const TicketActionBar_TicketFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TicketActionBar_ticket"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Ticket"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]} as unknown as DocumentNode<TicketActionBar_TicketFragment, unknown>;
