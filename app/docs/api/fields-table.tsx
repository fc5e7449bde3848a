import { Table, Td, Th, Tr } from '@/components/ui'
import type { JsonSchema } from '@/lib/server/api/document/to-json-schema'
import { SchemaType } from './schema-type'
import { Words } from './words'

export type FieldRow = {
  name: string
  place?: string
  isNeeded: boolean
  description: string | undefined
  schema: JsonSchema
}

/* on narrow screens a row is a block: nothing scrolls sideways */
const cell = 'max-lg:block max-lg:w-auto max-lg:p-0 max-lg:empty:hidden'

/** Fields of an object, or parameters of an operation. */
export function FieldsTable({ caption, rows }: { caption: string; rows: readonly FieldRow[] }) {
  return (
    <Table caption={caption} className="text-sm max-lg:block [&_td]:align-top [&_tbody]:max-lg:block">
      <thead className="sr-only">
        <tr>
          <Th>Name</Th>
          <Th>Type</Th>
          <Th>Meaning</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, place, isNeeded, description, schema }) => (
          <Tr key={`${place}${name}`} className="max-lg:block max-lg:py-1.5">
            <Td className={`${cell} w-48 font-mono text-xs leading-5`}>
              {name}
              {!isNeeded && <span className="text-muted">?</span>}
              {place && <span className="ml-2 font-sans text-muted">{place}</span>}
            </Td>
            <Td className={`${cell} w-72 font-mono text-xs leading-5 wrap-anywhere`}>
              <SchemaType schema={schema} />
              {'default' in schema && (
                <span className="text-muted">, {String(schema.default)} unless asked</span>
              )}
            </Td>
            <Td className={`${cell} text-muted`}>
              <Words text={description} />
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  )
}

/** Rows of an object schema's fields. */
export function fieldRows({ properties, required }: JsonSchema): FieldRow[] {
  const needed: readonly unknown[] = Array.isArray(required) ? required : []
  return Object.entries((properties ?? {}) as { [name: string]: JsonSchema }).map(([name, schema]) => ({
    name,
    isNeeded: needed.includes(name),
    description: typeof schema.description === 'string' ? schema.description : undefined,
    schema,
  }))
}
