import { InvalidInputError } from '@/lib/core/errors'
import { PayloadTooLargeError, UnsupportedMediaTypeError } from './errors'

/**
 * A request's JSON body, read no further than `maxBytes` whatever its headers claim. `application/json` is required:
 * a form of another site cannot send it without the browser asking us first.
 *
 * @throws PayloadTooLargeError, UnsupportedMediaTypeError, InvalidInputError (no JSON)
 */
export async function readJson(request: Request, maxBytes: number): Promise<unknown> {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase()
  if (type !== 'application/json')
    throw new UnsupportedMediaTypeError('Send the body as application/json.', {
      details: { given: type ?? null },
    })
  const tooLarge = () =>
    new PayloadTooLargeError(`The body is larger than ${maxBytes} bytes.`, { details: { maxBytes } })
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) throw tooLarge()

  const chunks: Uint8Array[] = []
  let size = 0
  if (request.body)
    for await (const chunk of streamOf(request.body)) {
      size += chunk.byteLength
      if (size > maxBytes) throw tooLarge()
      chunks.push(chunk)
    }
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks)))
  } catch (cause) {
    throw new InvalidInputError('The body is not JSON.', { cause })
  }
}

async function* streamOf(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = body.getReader()
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      yield value
    }
  } finally {
    await reader.cancel()
  }
}
