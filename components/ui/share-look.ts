import type { CSSProperties } from 'react'

/** Size of a share image, in pixels, as the sites that show one expect it. */
export const SHARE_SIZE = { width: 1200, height: 630 } as const

/* an image has no style sheet: these are the light theme's colours of app/globals.css */
export const shareColours = {
  paper: '#f5f5f2',
  ink: '#1a1c1f',
  muted: '#585b60',
  rule: '#d8d8d3',
  signal: '#f0a30a',
} as const

export const SHARE_EDGE = 72

/** Satori wants each box of several children to be a flex box. */
export const shareColumn: CSSProperties = { display: 'flex', flexDirection: 'column' }
export const shareMono: CSSProperties = { fontFamily: 'Geist Mono', letterSpacing: '-0.02em' }
