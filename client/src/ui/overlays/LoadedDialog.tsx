import { AlertDialog as RadixAlert, Dialog as RadixDialog } from 'radix-ui';
import { useRef } from 'react';
import { Button } from '../controls/Button.js';
import { cx } from '../cx.js';
import { isComposing } from '../keys.js';
import type { ConfirmDialogProps, DialogProps } from './Dialog.js';
import { useFocusReturn } from './useFocusReturn.js';

const scrim = 'fixed inset-0 z-(--z-dialog) bg-scrim animate-[fade_var(--t-base)_ease-out]';
const sheet =
  'fixed left-1/2 z-(--z-dialog) -translate-x-1/2 border border-line bg-raised shadow-lift outline-none motion-safe:animate-settle';

export function LoadedDialog({
  title,
  hideTitle,
  description,
  open,
  onOpenChange,
  fill,
  className,
  children,
}: DialogProps) {
  const returnFocus = useFocusReturn();
  return (
    <RadixDialog.Root open={open} onOpenChange={onOpenChange}>
      <RadixDialog.Portal>
        <RadixDialog.Overlay className={scrim} />
        <RadixDialog.Content
          {...(description ? {} : { 'aria-describedby': undefined })}
          onCloseAutoFocus={returnFocus}
          onEscapeKeyDown={leaveToInputMethod}
          className={cx(
            sheet,
            fill
              ? 'top-[12vh] max-h-[80vh] max-rail:top-0 max-rail:h-full max-rail:max-h-none max-rail:w-full rail:rounded-4'
              : 'top-1/4 max-h-[70vh] w-[min(440px,calc(100vw-32px))] rounded-4 p-5',
            className,
          )}
        >
          <RadixDialog.Title className={hideTitle ? 'sr-only' : 'text-16 font-semibold wrap-anywhere'}>
            {title}
          </RadixDialog.Title>
          {description && (
            <RadixDialog.Description className="mt-1 wrap-anywhere text-body">{description}</RadixDialog.Description>
          )}
          {children}
        </RadixDialog.Content>
      </RadixDialog.Portal>
    </RadixDialog.Root>
  );
}

export function LoadedConfirmDialog(props: ConfirmDialogProps) {
  const keep = useRef<HTMLButtonElement>(null);
  const returnFocus = useFocusReturn();
  return (
    <RadixAlert.Root open={props.open} onOpenChange={props.onOpenChange}>
      <RadixAlert.Portal>
        <RadixAlert.Overlay className={scrim} />
        <RadixAlert.Content
          className={cx(sheet, 'top-1/4 w-[min(400px,calc(100vw-32px))] rounded-4 p-4')}
          onOpenAutoFocus={(event) => {
            event.preventDefault();
            keep.current?.focus();
          }}
          onCloseAutoFocus={returnFocus}
          onEscapeKeyDown={leaveToInputMethod}
        >
          <RadixAlert.Title className="text-14 font-semibold wrap-anywhere">{props.title}</RadixAlert.Title>
          <RadixAlert.Description className="mt-1 text-pretty wrap-anywhere text-body">
            {props.description}
          </RadixAlert.Description>
          <div className="mt-5 flex justify-end gap-2">
            <RadixAlert.Cancel asChild>
              <Button ref={keep} size="lg" keys="Escape">
                {props.keepLabel}
              </Button>
            </RadixAlert.Cancel>
            <RadixAlert.Action asChild>
              <Button tone="danger" size="lg" onClick={props.onConfirm}>
                {props.confirmIcon}
                {props.confirmLabel}
              </Button>
            </RadixAlert.Action>
          </div>
        </RadixAlert.Content>
      </RadixAlert.Portal>
    </RadixAlert.Root>
  );
}

function leaveToInputMethod(event: KeyboardEvent) {
  if (isComposing(event)) event.preventDefault();
}
