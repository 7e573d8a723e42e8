import { ViewColumn, ViewEntity } from 'typeorm';
import type { SuggestionOutcome, TriageSource } from '../../tickets/write/triage-port.js';
import type { TriageField } from './triage-report.js';

/** What became of one suggested field; what waits for its outcome is left out. */
@ViewEntity({ name: 'suggestion_result' })
export class SuggestionResult {
  @ViewColumn()
  field!: TriageField;

  /** The value, as REST spells it. */
  @ViewColumn()
  suggested!: string;

  @ViewColumn()
  confidence!: number;

  @ViewColumn({ name: 'below_threshold' })
  belowThreshold!: boolean;

  @ViewColumn()
  outcome!: SuggestionOutcome;

  @ViewColumn()
  source!: TriageSource;

  @ViewColumn()
  version!: string;

  @ViewColumn({ name: 'ticket_number' })
  ticketNumber!: number;

  @ViewColumn({ name: 'created_at' })
  createdAt!: Date;
}
