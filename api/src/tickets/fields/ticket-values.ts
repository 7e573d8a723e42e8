/** The closed vocabularies of a ticket: GraphQL shows the keys, REST and the database use the values. Levels of priority are in rising order. */
export enum TicketCategory {
  BILLING = 'billing',
  TECHNICAL = 'technical',
  ACCOUNT = 'account',
  GENERAL = 'general',
}

export enum TicketPriority {
  LOW = 'low',
  MEDIUM = 'medium',
  HIGH = 'high',
  CRITICAL = 'critical',
}

export enum TicketStatus {
  OPEN = 'open',
  IN_PROGRESS = 'in_progress',
  RESOLVED = 'resolved',
  CLOSED = 'closed',
}

/** Whose turn it is; follows from the words and the status. */
export enum WaitingOn {
  TEAM = 'team',
  REQUESTER = 'requester',
  NOBODY = 'nobody',
}

/** Whether nothing more is to be done; such tickets have a time of resolution. */
export function isFinished(status: TicketStatus): boolean {
  return status === TicketStatus.RESOLVED || status === TicketStatus.CLOSED;
}
