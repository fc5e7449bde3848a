import type { z } from 'zod'
import { costOf, type Operation, tags } from '../operation'
import { problem } from '../schemas/problem'
import { type JsonSchema, toJsonSchema } from './to-json-schema'
import { refusalNames, tagDescriptions, VERSION } from './words'

export type Parameter = {
  name: string
  in: 'path' | 'query' | 'header'
  required: boolean
  description?: string
  schema: JsonSchema
}

export type Content = { [type: string]: { schema: JsonSchema } }

export type DocumentedAnswer = {
  description: string
  headers?: { [name: string]: JsonSchema }
  content?: Content
}

export type DocumentedOperation = {
  operationId: string
  tags: string[]
  summary: string
  description?: string
  parameters?: Parameter[]
  requestBody?: { required: true; content: Content }
  responses: { [status: string]: DocumentedAnswer }
}

export type OpenApiDocument = {
  openapi: '3.1.0'
  info: { title: string; version: string; description: string }
  servers: { url: string }[]
  tags: { name: string; description: string }[]
  paths: { [path: string]: { get?: DocumentedOperation; post?: DocumentedOperation } }
  components: { schemas: { [name: string]: JsonSchema } }
}

/** The OpenAPI 3.1 document of operations, made from the schemas that judge their requests and describe their answers. */
export function buildDocument(operations: readonly Operation[]): OpenApiDocument {
  const named = new Map<string, JsonSchema>()
  const paths: OpenApiDocument['paths'] = {}
  for (const operation of operations) {
    const method = operation.method === 'GET' ? 'get' : 'post'
    paths[operation.path] = { ...paths[operation.path], [method]: documentOperation(operation, named) }
  }
  const schemas = Object.fromEntries([...named].sort(([a], [b]) => (a < b ? -1 : 1)))
  return {
    openapi: '3.1.0',
    info: {
      title: 'Hotswap',
      version: VERSION,
      description:
        'Positions in physical infrastructure networks: what they are, what they are worth, who sells them, and what happened. Money is exact decimal text with its unit, times are ISO 8601 in UTC, null is unknown. Each client, told apart by its address, has a bucket of tokens for each process that serves: RateLimit-Policy says how many and how fast they come back, RateLimit what is left; a request that finds too few is answered 429 and takes none.',
    },
    servers: [{ url: '/' }],
    tags: tags.map((name) => ({ name, description: tagDescriptions[name] })),
    paths,
    components: { schemas },
  }
}

function documentOperation(operation: Operation, named: Map<string, JsonSchema>): DocumentedOperation {
  const parameters = [
    ...parametersOf(operation.params, 'path', named),
    ...parametersOf(operation.query, 'query', named),
    ...parametersOf(operation.headers, 'header', named),
    ...(operation.isSnapshot ? [ifNoneMatch] : []),
  ]
  return {
    operationId: operation.id,
    tags: [operation.tag],
    summary: operation.summary,
    description: [operation.description, costWords(operation)].filter(Boolean).join(' '),
    ...(parameters.length > 0 && { parameters }),
    ...(operation.body && {
      requestBody: {
        required: true,
        content: { 'application/json': { schema: toJsonSchema(operation.body, named, false) } },
      },
    }),
    responses: responsesOf(operation, named),
  }
}

function costWords(operation: Operation): string {
  const cost = costOf(operation)
  if (cost === 0) return 'Requests are not counted.'
  return `A request takes ${cost === 1 ? 'one token' : `${cost} tokens`} of its client’s bucket.`
}

const limitHeaders = {
  'RateLimit-Policy': {
    description: 'Tokens of a full bucket (q), and the seconds in which an empty one fills (w).',
    schema: { type: 'string', examples: ['"client";q=1200;w=30'] },
  },
  RateLimit: {
    description: 'Tokens left (r), and the seconds until the bucket is full again (t).',
    schema: { type: 'string', examples: ['"client";r=1199;t=1'] },
  },
}

const refusedHeaders = {
  ...limitHeaders,
  'Retry-After': { description: 'Seconds until it can be had.', schema: { type: 'integer' } },
}

const ifNoneMatch: Parameter = {
  name: 'If-None-Match',
  in: 'header',
  required: false,
  description: 'The ETag you hold; answered 304 while it is current.',
  schema: { type: 'string' },
}

const snapshotHeaders = {
  ETag: { description: 'Weak tag of the content.', schema: { type: 'string' } },
  'Hotswap-Head': {
    description: 'The block everything in the answer was read at, its time, and the last final block.',
    schema: { type: 'string', examples: ['block=120, time=2026-01-31T12:00:00.000Z, final=56'] },
  },
}

function responsesOf(operation: Operation, named: Map<string, JsonSchema>): DocumentedOperation['responses'] {
  const responses: DocumentedOperation['responses'] = {}
  for (const [status, { description, schema, type }] of Object.entries(operation.answers))
    responses[status] = {
      description,
      ...headersOf(operation),
      content: { [type ?? 'application/json']: { schema: toJsonSchema(schema, named, true) } },
    }
  if (operation.isSnapshot) responses['304'] = { description: 'What you hold is current.' }
  const content = { 'application/problem+json': { schema: toJsonSchema(problem, named, true) } }
  for (const status of new Set([...operation.refusals, 503]))
    responses[`${status}`] ??= { description: refusalNames[status] ?? 'Refused.', content }
  if (costOf(operation) > 0)
    responses['429'] = { description: refusalNames[429] ?? 'Refused.', headers: refusedHeaders, content }
  return responses
}

function headersOf(operation: Operation): Pick<DocumentedAnswer, 'headers'> {
  const headers = {
    ...(operation.isSnapshot && snapshotHeaders),
    ...(costOf(operation) > 0 && limitHeaders),
  }
  return Object.keys(headers).length > 0 ? { headers } : {}
}

function parametersOf(
  schema: z.ZodType | undefined,
  place: Parameter['in'],
  named: Map<string, JsonSchema>,
): Parameter[] {
  if (!schema) return []
  const { properties = {}, required } = toJsonSchema(schema, named, false)
  const needed: readonly unknown[] = Array.isArray(required) ? required : []
  return Object.entries(properties as { [name: string]: JsonSchema }).map(([name, property]) => {
    const { description, ...rest } = property
    return {
      name,
      in: place,
      required: place === 'path' || needed.includes(name),
      ...(typeof description === 'string' && { description }),
      schema: rest,
    }
  })
}
