import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { operations } from '../operations'
import { openApiDocument } from './document'

const document = openApiDocument()
const documented = operations.map(({ method, path }) => `${method} ${path}`).sort()

/** Every route file of the public API, as the path it serves. */
function routeFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /(^|\/)route\.ts$/.test(file))
    .map((file) => join(folder, file))
}

test('every route under /api/v1 is in the document with each of its methods, and nothing else is', async () => {
  const files = [...routeFiles('app/api/v1'), 'app/api/health/route.ts']
  const served: string[] = []
  for (const file of files) {
    const path = `/${file.slice('app/'.length, -'/route.ts'.length)}`.replace(/\[(\w+)\]/g, '{$1}')
    if (path === '/api/v1/openapi.json') continue
    const route: object = await import(`../../../../${file}`)
    for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'])
      if (method in route) served.push(`${method} ${path}`)
  }
  expect(served.sort()).toEqual(documented)
}, 60_000)

test('every operation has a name of its own, a summary and answers', () => {
  expect(new Set(operations.map(({ id }) => id)).size).toBe(operations.length)
  for (const path of Object.values(document.paths))
    for (const operation of [path.get, path.post]) {
      if (!operation) continue
      expect(operation.summary).toMatch(/\.$/)
      expect(Object.keys(operation.responses)).toContain('503')
    }
})

describe('the document', () => {
  const text = JSON.stringify(document)

  test('refers to nothing that is not in it', () => {
    const references = [...text.matchAll(/"\$ref":"([^"]+)"/g)].map(([, reference = '']) => reference)
    expect(references.length).toBeGreaterThan(20)
    for (const reference of references) {
      const name = reference.replace('#/components/schemas/', '')
      expect(Object.keys(document.components.schemas)).toContain(name)
    }
  })

  test('uses every schema it has', () => {
    for (const name of Object.keys(document.components.schemas))
      expect(text).toContain(`"#/components/schemas/${name}"`)
  })

  test('names each segment of a path as a parameter', () => {
    for (const [path, { get, post }] of Object.entries(document.paths))
      for (const operation of [get, post]) {
        if (!operation) continue
        const named = (operation.parameters ?? []).filter((parameter) => parameter.in === 'path')
        expect(named.map(({ name }) => name)).toEqual(
          [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name),
        )
        expect(named.every(({ required }) => required)).toBe(true)
      }
  })

  test('closes what is sent and leaves open what is answered', () => {
    const body = document.paths['/api/v1/orders']?.post?.requestBody?.content['application/json']?.schema
    expect(body?.additionalProperties).toBe(false)
    expect(document.components.schemas.Position?.additionalProperties).toBeUndefined()
  })
})
