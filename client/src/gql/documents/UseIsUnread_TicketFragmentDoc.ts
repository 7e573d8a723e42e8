import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
import type { UseIsUnread_TicketFragment } from '../graphql.js';

export const UseIsUnread_TicketFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"useIsUnread_ticket"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Ticket"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"viewerHasUnread"}}]}}]} as unknown as DocumentNode<UseIsUnread_TicketFragment, unknown>;
