export { preflight } from './cors'
export { answerDocument } from './document/answer-document'
export { openApiDocument } from './document/document'
export { operations } from './operations'
