import { graphql } from 'relay-runtime';

/** What a Relay app declares; relay-compiler turns each into compiled/. */
export const listQuery = graphql`
  query documentsListQuery($count: Int!, $cursor: String, $search: String) {
    ...documentsList @arguments(count: $count, cursor: $cursor, search: $search)
  }
`;

export const list = graphql`
  fragment documentsList on Query
  @refetchable(queryName: "documentsListPaginationQuery")
  @argumentDefinitions(count: { type: "Int", defaultValue: 2 }, cursor: { type: "String" }, search: { type: "String" }) {
    tickets(first: $count, after: $cursor, filter: { search: $search }) @connection(key: "documentsList_tickets") {
      edges {
        node {
          number
          ...documentsRow
        }
      }
    }
  }
`;

export const backwards = graphql`
  fragment documentsBackwards on Query
  @refetchable(queryName: "documentsBackwardsPaginationQuery")
  @argumentDefinitions(count: { type: "Int", defaultValue: 2 }, cursor: { type: "String" }) {
    tickets(last: $count, before: $cursor) @connection(key: "documentsBackwards_tickets") {
      edges {
        node {
          number
        }
      }
    }
  }
`;

export const row = graphql`
  fragment documentsRow on Ticket @refetchable(queryName: "documentsRowRefetchQuery") {
    id
    title
    version
  }
`;

export const create = graphql`
  mutation documentsCreateMutation($input: CreateTicketInput!, $connections: [ID!]!) {
    createTicket(input: $input) {
      ticketEdge @prependEdge(connections: $connections) {
        cursor
        node {
          number
          ...documentsRow
        }
      }
      userErrors {
        message
      }
    }
  }
`;

export const append = graphql`
  mutation documentsAppendMutation($input: CreateTicketInput!, $connections: [ID!]!) {
    createTicket(input: $input) {
      ticketEdge @appendEdge(connections: $connections) {
        node {
          number
        }
      }
    }
  }
`;

export const remove = graphql`
  mutation documentsDeleteMutation($input: DeleteTicketInput!, $connections: [ID!]!) {
    deleteTicket(input: $input) {
      deletedTicketId @deleteEdge(connections: $connections) @deleteRecord
    }
  }
`;

export const ticketChanges = graphql`
  subscription documentsTicketChangesSubscription($filter: TicketFilter, $connections: [ID!]!) {
    ticketChanges(filter: $filter) {
      cursor
      kind
      ticketId
      ticketEdge @prependEdge(connections: $connections) {
        node {
          id
          title
        }
      }
    }
  }
`;
