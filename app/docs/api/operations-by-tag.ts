import type { DocumentedOperation, OpenApiDocument } from '@/lib/server/api/document/build-document'

export type Entry = { method: 'GET' | 'POST'; path: string; operation: DocumentedOperation }
export type Group = { name: string; description: string; operations: Entry[] }

/** The document's operations under its tags, in its order. */
export function operationsByTag({ tags, paths }: OpenApiDocument): Group[] {
  const entries = Object.entries(paths).flatMap(([path, { get, post }]): Entry[] => [
    ...(get ? [{ method: 'GET' as const, path, operation: get }] : []),
    ...(post ? [{ method: 'POST' as const, path, operation: post }] : []),
  ])
  return tags.map((tag) => ({
    ...tag,
    operations: entries.filter(({ operation }) => operation.tags.includes(tag.name)),
  }))
}
