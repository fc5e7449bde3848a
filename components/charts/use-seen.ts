'use client'

import { type RefObject, useEffect, useRef, useState } from 'react'

/** How far below the screen something counts as nearly seen. */
const AHEAD = '400px'

/** Calls back once the page itself has loaded and had a moment to paint. @returns what calls it off */
function afterLoad(start: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const later = () => {
    timer = setTimeout(start, 50)
  }
  if (document.readyState === 'complete') later()
  else addEventListener('load', later, { once: true })
  return () => {
    clearTimeout(timer)
    removeEventListener('load', later)
  }
}

/** Whether an element has come near the screen of a page that has loaded, or the page is about to be printed; once true it stays so. */
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
    const stop = afterLoad(() => ref.current && observer.observe(ref.current))
    addEventListener('beforeprint', see)
    return () => {
      stop()
      observer.disconnect()
      removeEventListener('beforeprint', see)
    }
  }, [isSeen])
  return [ref, isSeen]
}
