import { useEffect, useRef, type ReactNode } from 'react'

interface ModalProps {
  readonly open: boolean
  readonly onClose: () => void
  readonly labelledBy: string
  readonly children: ReactNode
}

/** A native modal dialog that follows `open`. */
export function Modal({ open, onClose, labelledBy, children }: ModalProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const element = dialog.current
    if (!element || element.open === open) return
    if (open) element.showModal()
    else element.close()
  }, [open])
  return (
    <dialog ref={dialog} className="modal" aria-labelledby={labelledBy} onClose={onClose}>
      {open ? children : null}
    </dialog>
  )
}
