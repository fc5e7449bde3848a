import { z } from 'zod'
import { UnavailableError } from '@/lib/core/errors'
import { defineAdapter } from '../adapter'
import { SourceAnswerError } from '../errors'
import { mapAnswer, mappingSchema } from './mapping'

const TIMEOUT_MS = 15_000
const MOST_BYTES = 10_000_000

const config = z.strictObject({
  url: z.url({ protocol: /^https?$/ }),
  headers: z.record(z.string(), z.string()).optional(),
  mapping: mappingSchema,
})

/** An HTTP endpoint that answers in JSON, asked again with its entity tag. Who adds a source answers for its address. */
export const jsonAdapter = defineAdapter({
  config,
  read: async ({ url, headers, mapping }, state, { now }) => {
    const tag = typeof state.tag === 'string' ? state.tag : undefined
    const response = await fetch(url, {
      headers: { accept: 'application/json', ...headers, ...(tag && { 'if-none-match': tag }) },
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    }).catch((cause: unknown) => {
      throw new UnavailableError(`${new URL(url).host} does not answer.`, { cause })
    })
    if (response.status === 304) {
      await response.body?.cancel()
      return { observations: [], refused: [], state }
    }
    if (!response.ok) {
      await response.body?.cancel()
      throw new UnavailableError(`${new URL(url).host} answered ${response.status}.`)
    }
    const answer = parse(await readText(response))
    const next = response.headers.get('etag')
    return { ...mapAnswer(answer, mapping, now()), state: next ? { tag: next } : {} }
  },
})

async function readText(response: Response): Promise<string> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  try {
    for await (const chunk of response.body ?? []) {
      bytes += chunk.length
      if (bytes > MOST_BYTES)
        throw new SourceAnswerError(`The answer is longer than ${MOST_BYTES / 1e6} million bytes.`)
      chunks.push(chunk)
    }
  } catch (cause) {
    if (cause instanceof SourceAnswerError) throw cause
    throw new UnavailableError('The answer broke off.', { cause })
  }
  return Buffer.concat(chunks).toString()
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new SourceAnswerError('The answer is not JSON.', { cause })
  }
}
