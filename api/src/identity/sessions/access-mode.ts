import type { DataSource } from 'typeorm';
import type { IdentityConfig } from '../../config-identity.js';
import { isUnavailable } from '../../database/database-error.js';
import { hasTeam } from '../accounts/first-administrator.js';

/** Whether callers without a name are the team. GraphQL shows the same names. */
export type Mode = 'OPEN' | 'TEAM';

/** How long another process may not have heard that the desk has a team. */
const freshMs = 700;

/**
 * A fact of the database, so that all processes agree: read anew at most every second, and only when somebody asks. Once
 * the desk has a team it keeps it, so then nothing is read any more.
 */
export class AccessMode {
  #hasTeam = false;
  #readAt = Number.NEGATIVE_INFINITY;
  #reading: Promise<void> | undefined;

  constructor(
    private readonly dataSource: DataSource,
    private readonly access: IdentityConfig['access'],
  ) {}

  async current(): Promise<Mode> {
    if (this.access !== 'auto') return this.access === 'open' ? 'OPEN' : 'TEAM';
    return (await this.hasTeam()) ? 'TEAM' : 'OPEN';
  }

  async hasTeam(): Promise<boolean> {
    if (!this.#hasTeam && performance.now() - this.#readAt > freshMs) await this.refresh();
    return this.#hasTeam;
  }

  /** Called where this process itself has made the first account. */
  async refresh(): Promise<void> {
    this.#reading ??= this.read().finally(() => {
      this.#reading = undefined;
    });
    await this.#reading;
  }

  private async read(): Promise<void> {
    const begun = performance.now();
    try {
      this.#hasTeam = await hasTeam(this.dataSource);
    } catch (error) {
      // A database that is away answers nobody's question either; what the request needs of it will say so.
      if (!isUnavailable(error) || this.#readAt === Number.NEGATIVE_INFINITY) throw error;
    }
    this.#readAt = begun;
  }
}
