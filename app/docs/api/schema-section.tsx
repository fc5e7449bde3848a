import type { JsonSchema } from '@/lib/server/api/document/to-json-schema'
import { FieldsTable, fieldRows } from './fields-table'
import { SchemaType } from './schema-type'
import { Words } from './words'

/** A schema with a name: what it means, and its fields, those of nested objects indented by their path. */
export function SchemaSection({ name, schema }: { name: string; schema: JsonSchema }) {
  const rows = nestedRows(schema)
  return (
    <section id={`schema-${name}`} className="scroll-mt-24 lg:scroll-mt-16 py-4">
      <h3 className="font-mono text-sm">{name}</h3>
      {typeof schema.description === 'string' && (
        <p className="text-sm text-muted">
          <Words text={schema.description} />
        </p>
      )}
      {rows.length > 0 ? (
        <div className="mt-2">
          <FieldsTable caption={`Fields of ${name}`} rows={rows} />
        </div>
      ) : (
        <p className="mt-1 font-mono text-xs break-words">
          <SchemaType schema={schema} />
        </p>
      )}
    </section>
  )
}

function nestedRows(schema: JsonSchema, prefix = ''): ReturnType<typeof fieldRows> {
  return fieldRows(schema).flatMap((row) => {
    const inner = objectIn(row.schema)
    const own = { ...row, name: prefix + row.name }
    return inner ? [own, ...nestedRows(inner, `${own.name}.`)] : [own]
  })
}

/** The unnamed object a field holds, where it holds one, or a list of them. */
function objectIn(schema: JsonSchema): JsonSchema | undefined {
  if (schema.type === 'object' && schema.properties) return schema
  if (schema.type === 'array' && schema.items) return objectIn(schema.items as JsonSchema)
  if (Array.isArray(schema.anyOf) && schema.anyOf.length === 2 && schema.anyOf[1]?.type === 'null')
    return objectIn(schema.anyOf[0])
  return undefined
}
