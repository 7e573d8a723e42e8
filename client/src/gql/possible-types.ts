export const possibleTypes = {
  "Actor": [
    "Machine",
    "Requester",
    "User"
  ],
  "Mentionable": [
    "Team",
    "User"
  ],
  "Node": [
    "ApiToken",
    "Attachment",
    "AuditEvent",
    "CannedReply",
    "InboundMail",
    "InternalNote",
    "Machine",
    "Notification",
    "PublicReply",
    "Request",
    "RequestMessage",
    "Requester",
    "SavedView",
    "Team",
    "Ticket",
    "TicketEvent",
    "TriageSuggestion",
    "User",
    "Webhook",
    "WebhookDelivery"
  ],
  "TimelineItem": [
    "InternalNote",
    "PublicReply",
    "TicketEvent"
  ]
};
