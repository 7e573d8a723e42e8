import { registerEnumType } from 'type-graphql';
import { SuggestionOutcome, TriageSource } from '../tickets/write/triage-port.js';

registerEnumType(TriageSource, {
  name: 'TriageSource',
  description: 'Who answered: shown with every suggestion, so that nobody takes a default for a verdict.',
  valuesConfig: {
    MODEL: { description: 'The configured language model, asked for this suggestion.' },
    CACHE: { description: 'The language model, asked the same question within the last 30 days.' },
    LOCAL: { description: 'The local classifier, which needs no network.' },
    DEFAULT: { description: 'Nobody: general and medium, because no engine could tell.' },
  },
});

registerEnumType(SuggestionOutcome, {
  name: 'SuggestionOutcome',
  description: 'What became of one field of a suggestion.',
  valuesConfig: {
    PENDING: { description: 'Nothing yet: no ticket was created with it, or nobody decided about it on the ticket.' },
    KEPT: {
      description:
        'Not reviewed: a ticket was created with the suggested value, and nobody has said whether it is right.',
    },
    CONFIRMED: { description: 'A person accepted the suggested value on the ticket, or changed the ticket to it.' },
    OVERRIDDEN: { description: 'The submitter or, later, a person on the ticket chose another value.' },
  },
});
