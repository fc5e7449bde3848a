import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTradedMarket, serveApi, type TradedMarket } from '@/test/api'
import type { ApiServer } from '@/test/api-server'
import { fromJsonSchema } from '@/test/from-json-schema'
import type { DocumentedOperation, OpenApiDocument, Parameter } from './document/build-document'
import { openApiDocument } from './document/document'
import { operations } from './operations'
import { problem } from './schemas/problem'

/* Seeded by test/setup.ts: FC_SEED and FC_RUNS ask for other and more draws. */
const RUNS = Number(process.env.FC_RUNS ?? 60)

/** The document as a stranger has it: text from the wire. */
const document: OpenApiDocument = JSON.parse(JSON.stringify(openApiDocument()))

let market: TradedMarket
let server: ApiServer
beforeAll(async () => {
  market = await createTradedMarket()
  server = await serveApi(market)
}, 180_000)
afterAll(async () => {
  await server?.stop()
  await market?.close()
})

type Case = { method: 'GET' | 'POST'; path: string; operation: DocumentedOperation }

const cases: Case[] = Object.entries(document.paths)
  .flatMap(([path, { get, post }]): Case[] => [
    ...(get ? [{ method: 'GET' as const, path, operation: get }] : []),
    ...(post ? [{ method: 'POST' as const, path, operation: post }] : []),
  ])
  // a stream has no end to wait for; its own tests are beside it
  .filter(({ operation }) => operation.operationId !== 'streamEvents')

/** As the document has it; at or beyond its edges; or anything. */
function parameterText({ schema, name }: Parameter): fc.Arbitrary<string> {
  const known: readonly string[] = name === 'id' ? ['1', '3'] : name === 'slug' ? ['relay'] : []
  return fc.oneof(
    { weight: 4, arbitrary: fromJsonSchema(schema, document.components.schemas).map(String) },
    ...(known.length > 0 ? [{ weight: 2, arbitrary: fc.constantFrom(...known) }] : []),
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        '',
        '0',
        '-1',
        '1e3',
        '99999999999999999999',
        'null',
        '%',
        "'",
        '\u0000',
        '../..',
      ),
    },
    { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
  )
}

type Drawn = { path: string; body: string | undefined; headers: Record<string, string> }

function drawOf({ path, operation }: Case): fc.Arbitrary<Drawn> {
  const { parameters = [], requestBody } = operation
  const inPath = parameters.filter((parameter) => parameter.in === 'path')
  const inQuery = parameters.filter((parameter) => parameter.in === 'query')
  const json = requestBody?.content['application/json']?.schema
  const described = json && fromJsonSchema(json, document.components.schemas)
  return fc
    .record({
      path: fc.tuple(...inPath.map(parameterText)),
      // few at a time, so that many draws are let through
      query: fc
        .subarray(inQuery, { maxLength: Math.min(3, inQuery.length) })
        .chain((some) =>
          fc.tuple(
            ...some.map((parameter) =>
              parameterText(parameter).map((value): [string, string] => [parameter.name, value]),
            ),
          ),
        ),
      stranger: fc.oneof(
        { weight: 9, arbitrary: fc.constant([]) },
        fc.tuple(fc.tuple(fc.string(), fc.string())),
      ),
      body: described
        ? fc.oneof(
            { weight: 3, arbitrary: described.map((value) => JSON.stringify(value)) },
            fc.json(),
            fc.string(),
          )
        : fc.constant(undefined),
      held: fc.option(fc.constantFrom('*', '""', 'W/"x"', ',,'), { nil: undefined }),
    })
    .map(({ path: segments, query, stranger, body, held }) => {
      const filled = inPath.reduce(
        (text, { name }, i) => text.replace(`{${name}}`, segment(segments[i])),
        path,
      )
      const search = new URLSearchParams(
        [...query, ...stranger].map(([name, value]) => [name, value]),
      ).toString()
      return {
        path: search ? `${filled}?${search}` : filled,
        body,
        headers: {
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...(held && { 'if-none-match': held }),
        },
      }
    })
}

/** A segment that stays one: dots alone would climb, and nothing is no segment. */
function segment(text = ''): string {
  return encodeURIComponent(Buffer.from(text).toString()).replaceAll('.', '%2E') || '%20'
}

async function snapshot(): Promise<string> {
  const tables = [
    'orders',
    'order_states',
    'registrations',
    'reassignments',
    'heartbeats',
    'heartbeat_conflicts',
    'positions',
    'metadata_documents',
    'valuations',
  ]
  const parts = tables.map(
    (name) =>
      sql`(select coalesce(md5(string_agg(t::text, '|' order by t::text)), '') from ${sql.identifier(name)} t)`,
  )
  const { rows } = await market.db.execute(sql`select concat_ws(',', ${sql.join(parts, sql`, `)}) as marks`)
  return JSON.stringify(rows)
}

describe('whatever is sent, drawn from the document', () => {
  test.each(cases.map((one) => [one.operation.operationId, one] as const))(
    '%s answers as documented, never 5xx, and what it refuses changes nothing',
    async (id, one) => {
      const statuses = new Map<number, number>()
      await fc.assert(
        fc.asyncProperty(drawOf(one), async ({ path, body, headers }) => {
          const before = one.method === 'POST' ? await snapshot() : ''
          const response = await fetch(`${server.url}${path}`, {
            method: one.method,
            headers,
            ...(body !== undefined && { body }),
          })
          const text = await response.text()
          const { status } = response
          statuses.set(status, (statuses.get(status) ?? 0) + 1)
          expect(status, `${path} ${text}`).toBeLessThan(500)
          expect(Object.keys(one.operation.responses), text).toContain(`${status}`)
          if (status === 304) {
            expect(text).toBe('')
            return
          }
          const answer: unknown = JSON.parse(text)
          if (status >= 400) {
            expect(response.headers.get('content-type')).toContain('application/problem+json')
            expect(problem.parse(answer)).toMatchObject({
              status,
              error: { name: expect.stringMatching(/Error$/) },
            })
            expect(JSON.stringify(answer)).not.toContain('UnexpectedError')
            if (one.method === 'POST') expect(await snapshot()).toBe(before)
            return
          }
          operations.find((operation) => operation.id === id)?.answers[status]?.schema.parse(answer)
        }),
        { numRuns: RUNS },
      )
      // the draws get past the schema as well as being stopped by it
      const { parameters = [] } = one.operation
      if (parameters.some((parameter) => parameter.in === 'query'))
        expect([...statuses.keys()]).toEqual(expect.arrayContaining([200, 400]))
    },
    240_000,
  )
})
