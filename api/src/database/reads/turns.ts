/** A share of the database: work of one kind of which only so much runs at once, in the order in which it came. */
export class Turns {
  readonly #line: (() => void)[] = [];

  constructor(private free: number) {}

  async take<T>(work: () => Promise<T>): Promise<T> {
    if (this.free > 0) this.free -= 1;
    else await new Promise<void>((resolve) => this.#line.push(resolve));
    try {
      return await work();
    } finally {
      const next = this.#line.shift();
      if (next) next();
      else this.free += 1;
    }
  }
}
