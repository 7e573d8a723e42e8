import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
import type { UseTriageTicket_TicketFragment } from '../graphql.js';

export const UseTriageTicket_TicketFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"useTriageTicket_ticket"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Ticket"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]} as unknown as DocumentNode<UseTriageTicket_TicketFragment, unknown>;
