import type { DocumentedOperation, OpenApiDocument } from '@/lib/server/api/document/build-document'
import type { JsonSchema } from '@/lib/server/api/document/to-json-schema'

/**
 * A typed client as TypeScript source, made from nothing but an OpenAPI document: a type for each schema, and a function
 * for each operation that gives its answers by status.
 */
export function generateClient(document: OpenApiDocument): string {
  const types = Object.entries(document.components.schemas).map(
    ([name, schema]) => `export type ${name} = ${typeOf(schema)}`,
  )
  const functions = Object.entries(document.paths).flatMap(([path, { get, post }]) => [
    ...(get ? [functionOf('GET', path, get)] : []),
    ...(post ? [functionOf('POST', path, post)] : []),
  ])
  return `${types.join('\n')}\n${runtime}
export function createClient(origin: string) {
  return {
${functions.join('\n')}
  }
}
`
}

const runtime = `
type Part = string | number | boolean | undefined
async function call(origin: string, method: string, path: string, query: object, headers: object, body: unknown): Promise<never> {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query) as [string, Part][]) if (value !== undefined) search.set(name, String(value))
  const response = await fetch(origin + path + (search.size > 0 ? '?' + search : ''), {
    method,
    headers: { ...headers, ...(body !== undefined && { 'content-type': 'application/json' }) } as Record<string, string>,
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  const isJson = response.headers.get('content-type')?.includes('json')
  return { status: response.status, headers: response.headers, body: isJson ? await response.json() : undefined } as never
}
`

function functionOf(method: string, path: string, operation: DocumentedOperation): string {
  const place = (where: string) => (operation.parameters ?? []).filter((parameter) => parameter.in === where)
  const input = [
    ...(['path', 'query', 'header'] as const).flatMap((where) => {
      const parameters = place(where)
      const optional = parameters.every(({ required }) => !required) ? '?' : ''
      const fields = parameters.map(
        (it) => `${JSON.stringify(it.name)}${it.required ? '' : '?'}: ${typeOf(it.schema)}`,
      )
      return fields.length > 0 ? [`${where}${optional}: { ${fields.join('; ')} }`] : []
    }),
    ...Object.values(operation.requestBody?.content ?? {}).map(({ schema }) => `body: ${typeOf(schema)}`),
  ]
  const isOptional = input.every((field) => /^\w+\?/.test(field))
  const answers = Object.entries(operation.responses).map(([status, { content }]) => {
    const body = content?.['application/json'] ?? content?.['application/problem+json']
    return `{ status: ${status}; headers: Headers; body: ${body ? typeOf(body.schema) : 'undefined'} }`
  })
  const filled = path.replace(
    /\{(\w+)\}/g,
    (_, name) => `\${encodeURIComponent(input.path[${JSON.stringify(name)}])}`,
  )
  const part = (name: string) => (input.some((field) => field.startsWith(name)) ? `input.${name}` : undefined)
  const optional = (name: string) => (part(name) ? `${part(name)} ?? {}` : '{}')
  return `    ${operation.operationId}: (input: { ${input.join('; ')} }${isOptional ? ' = {}' : ''}): Promise<${answers.join(' | ')}> =>
      call(origin, '${method}', \`${filled}\`, ${optional('query')}, ${optional('header')}, ${part('body')}),`
}

/** A JSON schema as a TypeScript type. */
function typeOf(schema: JsonSchema): string {
  if (typeof schema.$ref === 'string') return schema.$ref.replace('#/components/schemas/', '')
  if ('const' in schema) return JSON.stringify(schema.const)
  if (Array.isArray(schema.enum)) return schema.enum.map((value) => JSON.stringify(value)).join(' | ')
  if (Array.isArray(schema.anyOf)) return `(${schema.anyOf.map(typeOf).join(' | ')})`
  if (Array.isArray(schema.type)) return schema.type.map((type) => typeOf({ ...schema, type })).join(' | ')
  switch (schema.type) {
    case 'integer':
      return 'number'
    case 'array':
      return `(${typeOf((schema.items ?? {}) as JsonSchema)})[]`
    case 'object':
      return objectOf(schema)
    default:
      return typeof schema.type === 'string' ? schema.type : 'unknown'
  }
}

function objectOf({ properties, required, additionalProperties }: JsonSchema): string {
  if (!properties) return `{ [name: string]: ${typeOf((additionalProperties || {}) as JsonSchema)} }`
  const needed: readonly unknown[] = Array.isArray(required) ? required : []
  const fields = Object.entries(properties as { [name: string]: JsonSchema }).map(
    ([name, part]) => `${JSON.stringify(name)}${needed.includes(name) ? '' : '?'}: ${typeOf(part)}`,
  )
  return `{ ${fields.join('; ')} }`
}
