'use client'

import { useEffect, useRef, useState } from 'react'

/** A part that opens under its button; Escape, a press elsewhere, or focus leaving it closes it. */
export function useDisclosure<element extends HTMLElement>() {
  const ref = useRef<element>(null)
  const [isOpen, setOpen] = useState(false)
  useEffect(() => {
    if (!isOpen) return
    const outside = (event: Event) => {
      if (event.target instanceof Node && !ref.current?.contains(event.target)) setOpen(false)
    }
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      setOpen(false)
      ref.current?.querySelector('button')?.focus()
    }
    document.addEventListener('pointerdown', outside)
    document.addEventListener('focusin', outside)
    document.addEventListener('keydown', onKey)
    return () => {
      document.removeEventListener('pointerdown', outside)
      document.removeEventListener('focusin', outside)
      document.removeEventListener('keydown', onKey)
    }
  }, [isOpen])
  return { ref, isOpen, toggle: () => setOpen((it) => !it), close: () => setOpen(false) }
}
