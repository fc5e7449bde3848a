import { z } from 'zod'

export const pointer = z.string().regex(/^(\/.*)?$/, 'is not a JSON Pointer (RFC 6901)')

/**
 * The value a JSON Pointer (RFC 6901) leads to; undefined where it leads nowhere.
 * @example valueAt({ a: [1, 2] }, '/a/1') // 2
 */
export function valueAt(document: unknown, pointer: string): unknown {
  if (pointer === '') return document
  return pointer
    .slice(1)
    .split('/')
    .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>((value, token) => {
      if (Array.isArray(value)) return /^(0|[1-9]\d*)$/.test(token) ? value[Number(token)] : undefined
      if (typeof value !== 'object' || value === null) return undefined
      return Object.hasOwn(value, token) ? (value as Record<string, unknown>)[token] : undefined
    }, document)
}
