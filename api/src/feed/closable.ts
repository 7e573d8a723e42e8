/**
 * An async generator that ends when it is told to, even while it waits. JavaScript's own first finishes what it awaits,
 * which for whoever waits for events may be never, and forgets its `finally` where nobody has asked for anything yet.
 */
export type Closing = {
  isClosed: boolean;
  /** Ends the wait; whoever waits sets it. */
  wake: () => void;
};

/** `release` is called once, however it ends. */
export function closable<T>(
  make: (closing: Closing) => AsyncGenerator<T, void>,
  release: () => void = () => undefined,
): AsyncGenerator<T, void> {
  const closing: Closing = { isClosed: false, wake: () => undefined };
  const inner = make(closing);
  const close = () => {
    if (closing.isClosed) return;
    closing.isClosed = true;
    release();
    closing.wake();
  };
  return {
    async next() {
      try {
        const result = await inner.next();
        if (result.done) close();
        return result;
      } catch (error) {
        close();
        throw error;
      }
    },
    return(value) {
      close();
      return inner.return(value);
    },
    throw(error) {
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
