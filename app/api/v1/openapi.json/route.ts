import { answerDocument, preflight } from '@/lib/server/api'

/** The OpenAPI 3.1 document of everything beside it. */
export const GET = (request: Request) => answerDocument(request, { params: Promise.resolve({}) })

export const OPTIONS = preflight
