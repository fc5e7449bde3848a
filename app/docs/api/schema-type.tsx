import type { JsonSchema } from '@/lib/server/api/document/to-json-schema'

/** A JSON schema in a few words; schemas with a name are links. */
export function SchemaType({ schema }: { schema: JsonSchema }) {
  if (typeof schema.$ref === 'string') {
    const name = schema.$ref.replace('#/components/schemas/', '')
    return (
      <a href={`#schema-${name}`} className="link">
        {name}
      </a>
    )
  }
  if (Array.isArray(schema.anyOf))
    return schema.anyOf.map((part: JsonSchema, i) => (
      <span key={JSON.stringify(part)}>
        {i > 0 && ' or '}
        <SchemaType schema={part} />
      </span>
    ))
  if (Array.isArray(schema.type))
    return schema.type.map((type: string, i) => (
      <span key={type}>
        {i > 0 && ' or '}
        <SchemaType schema={{ ...schema, type }} />
      </span>
    ))
  if (schema.type === 'array')
    return (
      <>
        list of <SchemaType schema={(schema.items ?? {}) as JsonSchema} />
      </>
    )
  return <>{inWords(schema)}</>
}

function inWords(schema: JsonSchema): string {
  if ('const' in schema) return JSON.stringify(schema.const)
  if (Array.isArray(schema.enum)) return schema.enum.map(String).join(' · ')
  if (schema.type === 'integer') return `whole number${range(schema)}`
  if (typeof schema.format === 'string') return schema.format
  if (typeof schema.pattern === 'string') return `text ${schema.pattern}`
  if (schema.type === 'string') return 'text'
  return typeof schema.type === 'string' ? schema.type : 'anything'
}

function range({ minimum, maximum }: JsonSchema): string {
  if (typeof maximum !== 'number' || maximum === Number.MAX_SAFE_INTEGER) return ''
  return `, ${minimum} to ${maximum}`
}
