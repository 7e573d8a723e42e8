import type { ImportReject } from './imported-row.js';

const most = 1_000;

/** In UTF-16 units: what the rows themselves may take of the memory and of the report. */
const mostText = 4_000_000;

/** The first rejects of an import, each with its row as long as there is room for it. */
export class KeptRejects {
  readonly all: ImportReject[] = [];
  private text = 0;

  keep(reject: ImportReject): void {
    if (this.all.length >= most) return;
    const length = reject.raw?.length ?? 0;
    const fits = this.text + length <= mostText;
    if (fits) this.text += length;
    this.all.push(fits ? reject : { ...reject, raw: null });
  }
}
