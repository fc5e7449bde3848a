import { z } from 'zod'

export type JsonSchema = { readonly [keyword: string]: unknown }

/** Where the document keeps the schemas that have a name. */
const HOME = '#/components/schemas/'

/**
 * A zod schema as JSON Schema 2020-12, in the form that travels: what goes in is told as it is sent, and what comes
 * out has no other form. Schemas with an `id` become references; they are added to `named`.
 *
 * @param isAnswer answers may gain fields, so their objects are not closed; what is sent to us may not
 */
export function toJsonSchema(
  schema: z.ZodType,
  named: Map<string, JsonSchema>,
  isAnswer: boolean,
): JsonSchema {
  const { $schema: _, $defs = {}, ...own } = z.toJSONSchema(schema, { io: 'input', cycles: 'throw' })
  for (const [id, definition] of Object.entries($defs)) {
    const tidied = tidy(definition, isAnswer) as JsonSchema
    const known = named.get(id)
    if (known && JSON.stringify(known) !== JSON.stringify(tidied))
      throw new TypeError(`two schemas are named ${id}`)
    named.set(id, tidied)
  }
  return tidy(own, isAnswer) as JsonSchema
}

/**
 * References point to the document's own place, and the name a schema carries is its key there. Of answers, what every
 * JSON number and name fulfils anyway is left out.
 */
function tidy(value: unknown, isAnswer: boolean): unknown {
  if (Array.isArray(value)) return value.map((part) => tidy(part, isAnswer))
  if (value === null || typeof value !== 'object') return value
  const entries = Object.entries(value).flatMap(([key, part]): [string, unknown][] => {
    if (key === '$ref' && typeof part === 'string') return [[key, part.replace('#/$defs/', HOME)]]
    if (key === 'id' && typeof part === 'string') return []
    if (isAnswer && isNoise(key, part, 'format' in value)) return []
    return [[key, tidy(part, isAnswer)]]
  })
  return Object.fromEntries(entries)
}

function isNoise(key: string, part: unknown, hasFormat: boolean): boolean {
  if (key === 'additionalProperties') return part === false
  if (key === 'minimum' || key === 'maximum') return Math.abs(Number(part)) === Number.MAX_SAFE_INTEGER
  if (key === 'propertyNames') return true
  return key === 'pattern' && hasFormat
}
