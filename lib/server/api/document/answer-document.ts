import { withCors } from '../cors'
import { isHeld, weakTag } from '../etag'
import { openApiDocument } from './document'

/** The document as it is served; it changes with a release alone. */
export const answerDocument = withCors(async (request) => {
  const body = JSON.stringify(openApiDocument())
  const etag = weakTag(body)
  const headers = { etag, 'cache-control': 'public, max-age=300' }
  if (isHeld(request.headers.get('if-none-match'), etag)) return new Response(null, { status: 304, headers })
  return new Response(body, { headers: { ...headers, 'content-type': 'application/json; charset=utf-8' } })
})
