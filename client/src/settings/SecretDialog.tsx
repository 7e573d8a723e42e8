import { Button } from '../ui/controls/Button.js';
import { Secret } from '../ui/controls/Secret.js';
import { Dialog } from '../ui/overlays/Dialog.js';

export interface ToldOnce {
  title: string;
  description: string;
  name: string;
  value: string;
}

/** Tells a secret once; only its button closes it, so that no stray key loses it. */
export function SecretDialog({ secret, onClose }: { secret: ToldOnce | null; onClose: () => void }) {
  if (!secret) return null;
  return (
    <Dialog title={secret.title} description={secret.description} open onOpenChange={() => undefined}>
      <Secret name={secret.name} value={secret.value} />
      <div className="mt-5 flex justify-end">
        <Button tone="primary" size="lg" onClick={onClose}>
          I have copied it
        </Button>
      </div>
    </Dialog>
  );
}
