'use client'

import { THEME_KEY } from './theme-key'

const script = `try{var t=localStorage.getItem('${THEME_KEY}');if(t==='light'||t==='dark')document.documentElement.dataset.theme=t}catch{}`

/**
 * Runs while the page's head is parsed, so that the chosen theme is there before the first paint. Browsers never run
 * a script that React inserts later, and React warns of one: there it is plain text.
 */
export function ThemeScript() {
  return (
    <script
      type={typeof window === 'undefined' ? 'text/javascript' : 'text/plain'}
      suppressHydrationWarning
      dangerouslySetInnerHTML={{ __html: script }}
    />
  )
}
