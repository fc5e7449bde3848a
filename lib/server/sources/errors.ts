import { HotswapError } from '@/lib/core/errors'

/** A source answered with something that its adapter cannot read. */
export class SourceAnswerError extends HotswapError {
  override readonly name = 'SourceAnswerError'
}
