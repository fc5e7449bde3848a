'use client'

import { useState } from 'react'

/** A figure that shows for a moment that it is not what it was when it was last looked at. */
export function Moved({ children }: { children: string }) {
  const [seen, setSeen] = useState({ text: children, times: 0 })
  if (seen.text !== children) setSeen({ text: children, times: seen.times + 1 })
  return (
    <span key={seen.times} className={seen.times > 0 ? 'moved' : undefined}>
      {children}
    </span>
  )
}
