import { Paperclip } from 'lucide-react';
import { useRef } from 'react';
import { IconButton } from '../ui/controls/Button.js';

interface AttachButtonProps {
  onFiles: (files: Iterable<File>) => void;
}

/** Opens the browser's own choice of files. */
export function AttachButton({ onFiles }: AttachButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        onChange={({ target }) => {
          onFiles(target.files ?? []);
          // So that the same file can be chosen once more.
          target.value = '';
        }}
      />
      <IconButton
        label="Attach files"
        icon={<Paperclip size={16} strokeWidth={1.5} aria-hidden />}
        // The field keeps the focus, and with it the buttons beneath.
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => input.current?.click()}
      />
    </>
  );
}
