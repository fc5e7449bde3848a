import { operations } from '../operations'
import { buildDocument, type OpenApiDocument } from './build-document'

let built: OpenApiDocument | undefined

/** The document of our API, built once a process. */
export function openApiDocument(): OpenApiDocument {
  built ??= buildDocument(operations)
  return built
}
