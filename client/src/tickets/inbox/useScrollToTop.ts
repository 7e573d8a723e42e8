import { type RefObject, useEffect, useRef } from 'react';
import type { ListHandle } from './TicketList.js';

/** Another list begins at its top; the first one begins where it was left. */
export function useScrollToTop(list: RefObject<ListHandle | null>, variables: object): void {
  const previous = useRef(variables);
  useEffect(() => {
    if (previous.current === variables) return;
    previous.current = variables;
    list.current?.scrollToTop();
  }, [list, variables]);
}
