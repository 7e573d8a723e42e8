import { ViewColumn, ViewEntity } from 'typeorm';
import type { TriageField } from './triage-report.js';

/** One word that decided a suggestion which a person overrode. */
@ViewEntity({ name: 'misleading_word' })
export class MisleadingWord {
  @ViewColumn()
  field!: TriageField;

  @ViewColumn()
  suggested!: string;

  @ViewColumn({ name: 'ticket_number' })
  ticketNumber!: number;

  @ViewColumn({ name: 'created_at' })
  createdAt!: Date;

  /** In lower case. */
  @ViewColumn()
  word!: string;
}
