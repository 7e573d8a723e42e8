/**
 * An async generator that ends when it is told to, even while it waits. JavaScript's own first finishes what it awaits,
 * which for whoever waits for events may be never.
 */
export type Closing = {
  isClosed: boolean;
  /** Ends the wait; whoever waits sets it. */
  wake: () => void;
};

export function closable<T>(make: (closing: Closing) => AsyncGenerator<T, void>): AsyncGenerator<T, void> {
  const closing: Closing = { isClosed: false, wake: () => undefined };
  const inner = make(closing);
  const close = () => {
    closing.isClosed = true;
    closing.wake();
  };
  return {
    next: () => inner.next(),
    return: (value) => {
      close();
      return inner.return(value);
    },
    throw: (error) => {
      close();
      return inner.throw(error);
    },
    [Symbol.asyncIterator]() {
      return this;
    },
    async [Symbol.asyncDispose]() {
      close();
      await inner.return();
    },
  };
}
