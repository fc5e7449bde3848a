import { createHash } from 'node:crypto'

/** Weak entity tag of a body: the same content, the same tag, on every server. */
export function weakTag(body: string): string {
  return `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
}

/** Whether what the client holds (`If-None-Match`) is the current content; tags are compared weakly (RFC 9110). */
export function isHeld(header: string | null, tag: string): boolean {
  if (header === null) return false
  if (header.trim() === '*') return true
  return header.split(',').some((held) => opaque(held) === opaque(tag))
}

function opaque(tag: string): string {
  return tag.trim().replace(/^W\//, '')
}
