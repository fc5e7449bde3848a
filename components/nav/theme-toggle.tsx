'use client'

import { THEME_KEY } from './theme-key'

/** Switches between light and dark. A choice that equals the system's is forgotten, so that the page follows it again. */
export function ThemeToggle() {
  function toggle() {
    const root = document.documentElement
    const system = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
    const chosen = (root.dataset.theme ?? system) === 'dark' ? 'light' : 'dark'
    if (chosen === system) {
      delete root.dataset.theme
      localStorage.removeItem(THEME_KEY)
    } else {
      root.dataset.theme = chosen
      localStorage.setItem(THEME_KEY, chosen)
    }
  }
  return (
    <button
      type="button"
      onClick={toggle}
      title="Light or dark"
      aria-label="Switch between light and dark"
      className="grid size-8 cursor-pointer place-items-center rounded text-muted hover:bg-sunken hover:text-ink"
    >
      <svg aria-hidden viewBox="0 0 16 16" className="size-4">
        <circle cx="8" cy="8" r="6.25" className="fill-none stroke-current" strokeWidth="1.5" />
        <path d="M8 2a6 6 0 0 1 0 12z" className="fill-current" />
      </svg>
    </button>
  )
}
