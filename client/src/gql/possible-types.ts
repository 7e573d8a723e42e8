export const possibleTypes = {
  "Actor": [
    "Machine",
    "User"
  ],
  "Node": [
    "ApiToken",
    "AuditEvent",
    "Machine",
    "SavedView",
    "Team",
    "Ticket",
    "TicketEvent",
    "TriageSuggestion",
    "User"
  ]
};
