import { type RefObject, useEffect } from 'react';

/** Leads to the first field that was refused, whenever another answer came. */
export function useFaultFocus(form: RefObject<HTMLElement | null>, faults: unknown): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the faults are what is answered to, not what is read.
  useEffect(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus(), [form, faults]);
}
