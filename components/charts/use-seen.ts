'use client'

import { type RefObject, useEffect, useRef, useState } from 'react'

/** How far below the screen something counts as nearly seen. */
const AHEAD = '400px'

/** Whether an element has come near the screen, or the page is about to be printed; once true it stays so. */
export function useSeen<element extends Element>(): [RefObject<element | null>, boolean] {
  const ref = useRef<element>(null)
  const [isSeen, setSeen] = useState(false)
  useEffect(() => {
    if (isSeen || !ref.current) return
    const see = () => setSeen(true)
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting) see()
      },
      { rootMargin: AHEAD },
    )
    observer.observe(ref.current)
    addEventListener('beforeprint', see)
    return () => {
      observer.disconnect()
      removeEventListener('beforeprint', see)
    }
  }, [isSeen])
  return [ref, isSeen]
}
