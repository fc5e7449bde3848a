import type { z } from 'zod'
import type { ServerContext } from '../context'
import type { RouteHandler } from '../http/route-handler'

/** Parts of the API, as the document groups them. */
export const tags = ['Market', 'Valuation', 'Networks', 'Record', 'Devices', 'Service'] as const
export type Tag = (typeof tags)[number]

export type Answer = { description: string; schema: z.ZodType; type?: 'text/event-stream' }

/** One operation of the public API, in the words of its document. */
export type Description = {
  /** name of the operation in generated clients */
  id: string
  method: 'GET' | 'POST'
  /** path with its dynamic segments in braces */
  path: `/api/${string}`
  tag: Tag
  summary: string
  description?: string
  /** whether web pages of other origins may read the answers */
  isOpen?: boolean
  /** tokens of a client's bucket that a request takes; one unless told, five where something is sent; none: not counted */
  cost?: number
}

/** Tokens that a request of an operation takes. */
export function costOf({ method, cost }: Pick<Description, 'method' | 'cost'>): number {
  return cost ?? (method === 'GET' ? 1 : 5)
}

export type ServeOptions = { context?: () => ServerContext }

/** An operation: what the document says of it, and the route handler that does it, both from the same schemas. */
export type Operation = Description & {
  params?: z.ZodType | undefined
  query?: z.ZodType | undefined
  headers?: z.ZodType | undefined
  body?: z.ZodType | undefined
  /** by status */
  answers: Readonly<Record<number, Answer>>
  /** statuses of refusals, all answered as problem details */
  refusals: readonly number[]
  /** answers carry an ETag and the head they were read at */
  isSnapshot: boolean
  serve(options?: ServeOptions): RouteHandler
}
