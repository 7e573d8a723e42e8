import { type FormEvent, useState } from 'react';
import { knock, type Refusal } from './knock.js';

/** A form that posts to a door under /auth: its refusal, whether it is on its way, and what follows when the door opens. */
export function useEnterDoor(door: string, onOpen: () => void) {
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [busy, setBusy] = useState(false);
  const submit = (fixed: Record<string, unknown> = {}) =>
    async function submitForm(event: FormEvent<HTMLFormElement>) {
      event.preventDefault();
      if (busy) return;
      const fields = Object.fromEntries(new FormData(event.currentTarget));
      setBusy(true);
      const answer = await knock(door, { ...fields, ...fixed });
      setBusy(false);
      setRefusal(answer);
      if (!answer) onOpen();
    };
  return { refusal, busy, submit };
}
