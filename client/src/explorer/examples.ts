/** One tab each, ready to run against any desk, sample data or not. */
const newest = `# The queue, newest first. Hold Ctrl and press Space for what else can be asked.
query NewestTickets {
  tickets(first: 10, filter: { status: [OPEN, IN_PROGRESS] }) {
    totalCount
    edges {
      cursor
      node {
        number
        title
        category
        priority
        status
        createdAt
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
`;

const search = `# Every word must occur, anywhere in title or description. The variables are below.
query SearchTickets($words: String!, $priority: [TicketPriority!]) {
  tickets(first: 10, filter: { search: $words, priority: $priority }, orderBy: { field: UPDATED_AT, direction: DESC }) {
    totalCount
    edges {
      node {
        number
        title
        priority
        updatedAt
      }
    }
  }
}
`;

const trail = `# The latest events of the desk, and the tickets they happened to.
query LatestEvents {
  events(first: 10) {
    edges {
      node {
        type
        field
        from
        to
        source
        createdAt
        ticketNumber
        ticket {
          title
          status
        }
      }
    }
  }
}
`;

const stats = `query Statistics($timeZone: String) {
  ticketStats(days: 14, timeZone: $timeZone) {
    totalCount
    openCount
    averagePerDay
    byPriority {
      priority
      count
    }
    period {
      created
      resolved
      medianHoursToResolve
    }
    perDay {
      date
      created
      resolved
    }
  }
}
`;

const create = `# Without category and priority the desk fills them in. Run it twice: the key makes one ticket of both.
mutation CreateTicket($input: CreateTicketInput!) {
  createTicket(input: $input) {
    replayed
    ticket {
      number
      category
      priority
      status
    }
    userErrors {
      code
      path
      message
    }
  }
}
`;

const json = (value: unknown) => JSON.stringify(value, null, 2);

export const examples = [
  { query: newest },
  { query: search, variables: json({ words: 'export', priority: ['HIGH', 'CRITICAL'] }) },
  { query: trail },
  { query: stats, variables: json({ timeZone: 'UTC' }) },
  {
    query: create,
    variables: json({
      input: {
        title: 'The export stops at 99 %',
        description: 'Since this morning the CSV export of the invoices never finishes.',
        idempotencyKey: 'explorer-example',
      },
    }),
  },
];
