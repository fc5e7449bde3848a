import fc from 'fast-check'
import type { JsonSchema } from '@/lib/server/api/document/to-json-schema'

/**
 * Values that a JSON schema of our document describes, for fuzzing from it. It knows the keywords the document uses,
 * and says so when it meets another.
 */
export function fromJsonSchema(
  schema: JsonSchema,
  schemas: Readonly<Record<string, JsonSchema>>,
): fc.Arbitrary<unknown> {
  const from = (part: unknown) => fromJsonSchema(part as JsonSchema, schemas)
  if (typeof schema.$ref === 'string') {
    const named = schemas[schema.$ref.replace('#/components/schemas/', '')]
    if (!named) throw new Error(`the document has no ${schema.$ref}`)
    return from(named)
  }
  if ('const' in schema) return fc.constant(schema.const)
  if (Array.isArray(schema.enum)) return fc.constantFrom(...schema.enum)
  const choices = schema.anyOf ?? schema.oneOf
  if (Array.isArray(choices)) return fc.oneof(...choices.map(from))
  if (Array.isArray(schema.type)) return fc.oneof(...schema.type.map((type) => from({ ...schema, type })))
  switch (schema.type) {
    case 'null':
      return fc.constant(null)
    case 'boolean':
      return fc.boolean()
    case 'number':
      return fc.double({
        min: Number(schema.minimum ?? schema.exclusiveMinimum ?? -(2 ** 31)),
        max: Number(schema.maximum ?? 2 ** 31),
        minExcluded: schema.minimum === undefined && schema.exclusiveMinimum !== undefined,
        noNaN: true,
      })
    case 'integer':
      return fc
        .integer({
          min: Number(schema.minimum ?? (schema.exclusiveMinimum === undefined ? -(2 ** 31) : 1)),
          max: Math.min(Number(schema.maximum ?? 2 ** 31), Number.MAX_SAFE_INTEGER),
        })
        .map((value) => (typeof schema.multipleOf === 'number' ? value - (value % schema.multipleOf) : value))
    case 'string':
      return text(schema)
    case 'array':
      return fc.array(from(schema.items ?? {}), {
        minLength: Number(schema.minItems ?? 0),
        maxLength: Math.min(Number(schema.maxItems ?? 3), 3),
      })
    case 'object':
      return object(schema, from)
    case undefined:
      return fc.jsonValue()
    default:
      throw new Error(`no values for ${JSON.stringify(schema)}`)
  }
}

function text(schema: JsonSchema): fc.Arbitrary<string> {
  if (typeof schema.pattern === 'string') return fc.stringMatching(new RegExp(schema.pattern))
  if (schema.format === 'uuid') return fc.uuid()
  if (schema.format === 'date-time') return fc.date({ noInvalidDate: true }).map((date) => date.toISOString())
  return fc.string({ maxLength: Number(schema.maxLength ?? 40) })
}

function object(schema: JsonSchema, from: (part: unknown) => fc.Arbitrary<unknown>) {
  const required: readonly unknown[] = Array.isArray(schema.required) ? schema.required : []
  const parts = Object.entries(schema.properties ?? {}).map(([name, part]) => {
    const given = from(part).map((value): [string, unknown][] => [[name, value]])
    return required.includes(name) ? given : fc.oneof(given, fc.constant([]))
  })
  return fc.tuple(...parts).map((fields) => Object.fromEntries(fields.flat()))
}
