import { HotswapError } from '@/lib/core/errors'

/** The chain holds another root than the file of this database says, or one of a later epoch. */
export class RootContradictedError extends HotswapError {
  override readonly name = 'RootContradictedError'
}

/** A transaction of the publisher was mined and undone by the contract. */
export class PublicationFailedError extends HotswapError {
  override readonly name = 'PublicationFailedError'
}
