import { z } from 'zod'
import { UnavailableError } from '@/lib/core/errors'
import { defineAdapter } from '../adapter'
import { SourceAnswerError } from '../errors'
import { getText } from './get-text'
import { mapAnswer, mappingSchema } from './mapping'

const environmentName = z.string().regex(/^[A-Z][A-Z0-9_]*$/, 'is not the name of a setting')

const config = z
  .strictObject({
    url: z.url({ protocol: /^https?$/ }),
    /** a value, or the setting of the worker's environment that holds it: a token is better kept out of the database */
    headers: z
      .record(z.string(), z.union([z.string(), z.strictObject({ env: environmentName })]))
      .default({}),
    /** the endpoint stands in a network of ours: http and addresses that are not public are allowed */
    private: z.boolean().default(false),
    mapping: mappingSchema,
  })
  .refine((given) => given.private || given.url.startsWith('https:'), {
    path: ['url'],
    error: 'must begin with https:// unless the source is set as private',
  })

/** An HTTP endpoint that answers in JSON, asked again with its entity tag. */
export const jsonAdapter = defineAdapter({
  config,
  read: async (given, state, { now }) => {
    const tag = typeof state.tag === 'string' ? state.tag : undefined
    const answer = await getText(new URL(given.url), {
      headers: {
        accept: 'application/json',
        ...readHeaders(given.headers),
        ...(tag && { 'if-none-match': tag }),
      },
      isPrivate: given.private,
    })
    if (!answer) return undefined
    const next = answer.tag === undefined ? {} : { tag: answer.tag }
    return { ...mapAnswer(parse(answer.text), given.mapping, now()), state: next }
  },
})

function readHeaders(headers: Record<string, string | { env: string }>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => {
      if (typeof value === 'string') return [name, value]
      const held = process.env[value.env]
      if (!held) throw new UnavailableError(`The worker’s environment lacks ${value.env}.`)
      return [name, held]
    }),
  )
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new SourceAnswerError('The answer is not JSON.', { cause })
  }
}
