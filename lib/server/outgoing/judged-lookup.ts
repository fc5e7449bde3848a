import type { LookupFunction } from 'node:net'

/**
 * A lookup that fails unless every address of the name is allowed. The connection goes to the very address that was
 * judged: a name that answers otherwise the next time (DNS rebinding) gains nothing.
 * @param refusal what it fails with
 */
export function judgedLookup(
  lookup: LookupFunction,
  isAllowed: (address: string) => boolean,
  refusal: () => Error,
): LookupFunction {
  return (hostname, options, done) =>
    lookup(hostname, options, (error, address, family) => {
      if (error) return done(error, address, family)
      const addresses = typeof address === 'string' ? [address] : address.map((it) => it.address)
      if (!addresses.every(isAllowed)) return done(refusal(), address, family)
      done(null, address, family)
    })
}
