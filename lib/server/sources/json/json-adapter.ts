import { z } from 'zod'
import { defineAdapter } from '../adapter'
import { SourceAnswerError } from '../errors'
import { getText } from './get-text'
import { mapAnswer, mappingSchema } from './mapping'

const config = z
  .strictObject({
    url: z.url({ protocol: /^https?$/ }),
    headers: z.record(z.string(), z.string()).optional(),
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
      headers: { accept: 'application/json', ...given.headers, ...(tag && { 'if-none-match': tag }) },
      isPrivate: given.private,
    })
    if (!answer) return undefined
    const next = answer.tag === undefined ? {} : { tag: answer.tag }
    return { ...mapAnswer(parse(answer.text), given.mapping, now()), state: next }
  },
})

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new SourceAnswerError('The answer is not JSON.', { cause })
  }
}
