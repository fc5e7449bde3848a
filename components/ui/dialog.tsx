'use client'

import { type ReactNode, useEffect, useId, useRef } from 'react'

/**
 * A modal dialog over the page: the browser's own, so focus stays inside, Escape closes it, and focus goes back to
 * where it was. Rendered only while it is open.
 */
export function Dialog({
  title,
  onClose,
  children,
}: {
  title: ReactNode
  onClose: () => void
  children: ReactNode
}) {
  const ref = useRef<HTMLDialogElement>(null)
  const close = useRef(onClose)
  close.current = onClose
  const titleId = useId()
  useEffect(() => {
    const dialog = ref.current
    if (!dialog) return
    const onCancel = (event: Event) => {
      event.preventDefault()
      close.current()
    }
    // a press on the dialog itself is one on its backdrop: all else lies in its children
    const onPress = (event: Event) => {
      if (event.target === dialog) close.current()
    }
    dialog.addEventListener('cancel', onCancel)
    dialog.addEventListener('click', onPress)
    dialog.showModal()
    return () => {
      dialog.removeEventListener('cancel', onCancel)
      dialog.removeEventListener('click', onPress)
      dialog.close()
    }
  }, [])

  return (
    <dialog
      ref={ref}
      aria-labelledby={titleId}
      className="m-auto w-full max-w-md rounded border border-control bg-raised p-0 text-ink backdrop:bg-[#000]/50 max-sm:mb-0 max-sm:max-w-none"
    >
      <div className="flex items-center justify-between border-b border-rule py-2 pr-2 pl-5">
        <h2 id={titleId} className="text-base font-medium">
          {title}
        </h2>
        <button
          type="button"
          onClick={onClose}
          aria-label="Close"
          className="grid size-9 cursor-pointer place-items-center rounded text-muted hover:bg-sunken hover:text-ink"
        >
          <svg aria-hidden viewBox="0 0 12 12" className="size-3 stroke-current">
            <path d="m1 1 10 10M11 1 1 11" strokeWidth="1.4" />
          </svg>
        </button>
      </div>
      <div className="px-5 py-4">{children}</div>
    </dialog>
  )
}
