import { Dialog as ArkDialog } from '@ark-ui/react/dialog'
import { Portal as ArkPortal } from '@ark-ui/react/portal'
import { Dialog as BaseDialog } from '@base-ui/react/dialog'
import MuiDialog from '@mui/material/Dialog'
import * as RadixDialog from '@radix-ui/react-dialog'
import { useEffect, useRef, type ReactNode } from 'react'
import { Dialog as AriaDialog, Modal as AriaModal, ModalOverlay as AriaOverlay } from 'react-aria-components'

/** A modal of the application, controlled, with whatever is in it. */
export interface HostProps {
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
  readonly children: ReactNode
}

/** The modals that applications have, each as its own documentation builds it. */
export const hosts: Readonly<Record<string, (props: HostProps) => ReactNode>> = {
  'Radix Dialog': RadixHost,
  'Base UI Dialog': BaseHost,
  'React Aria Modal': AriaHost,
  'MUI Dialog': MuiHost,
  'Ark UI Dialog': ArkHost,
  'native dialog': NativeHost,
}

function RadixHost({ open, onOpenChange, children }: HostProps): ReactNode {
  return (
    <RadixDialog.Root open={open} onOpenChange={onOpenChange}>
      <RadixDialog.Portal>
        <RadixDialog.Overlay style={{ position: 'fixed', inset: 0 }} />
        <RadixDialog.Content aria-describedby={undefined} style={box}>
          <RadixDialog.Title>Host</RadixDialog.Title>
          {children}
        </RadixDialog.Content>
      </RadixDialog.Portal>
    </RadixDialog.Root>
  )
}

function BaseHost({ open, onOpenChange, children }: HostProps): ReactNode {
  return (
    <BaseDialog.Root open={open} onOpenChange={onOpenChange}>
      <BaseDialog.Portal>
        <BaseDialog.Backdrop style={{ position: 'fixed', inset: 0 }} />
        <BaseDialog.Popup style={box}>
          <BaseDialog.Title>Host</BaseDialog.Title>
          {children}
        </BaseDialog.Popup>
      </BaseDialog.Portal>
    </BaseDialog.Root>
  )
}

function AriaHost({ open, onOpenChange, children }: HostProps): ReactNode {
  return (
    <AriaOverlay isOpen={open} onOpenChange={onOpenChange} isDismissable style={{ position: 'fixed', inset: 0 }}>
      <AriaModal style={box}>
        <AriaDialog aria-label="Host">{children}</AriaDialog>
      </AriaModal>
    </AriaOverlay>
  )
}

function MuiHost({ open, onOpenChange, children }: HostProps): ReactNode {
  return (
    <MuiDialog open={open} onClose={() => onOpenChange(false)} aria-label="Host">
      {children}
    </MuiDialog>
  )
}

function ArkHost({ open, onOpenChange, children }: HostProps): ReactNode {
  return (
    <ArkDialog.Root open={open} onOpenChange={(details) => onOpenChange(details.open)}>
      <ArkPortal>
        <ArkDialog.Backdrop style={{ position: 'fixed', inset: 0 }} />
        <ArkDialog.Positioner>
          <ArkDialog.Content style={box}>
            <ArkDialog.Title>Host</ArkDialog.Title>
            {children}
          </ArkDialog.Content>
        </ArkDialog.Positioner>
      </ArkPortal>
    </ArkDialog.Root>
  )
}

function NativeHost({ open, onOpenChange, children }: HostProps): ReactNode {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    if (open) dialog.current?.showModal()
    else dialog.current?.close()
  }, [open])
  return (
    <dialog ref={dialog} aria-label="Host" onClose={() => onOpenChange(false)}>
      {open ? children : null}
    </dialog>
  )
}

const box = {
  position: 'fixed',
  insetBlockStart: 80,
  insetInlineStart: 80,
  inlineSize: 240,
  background: 'Canvas',
} as const
