import { formatCount } from '@/lib/core/format'
import type { Cancellation } from './use-cancel'

/** What a transaction costs, in figures, before the wallet opens. */
export function GasCost({ cost }: { cost: Pick<Cancellation, 'gas' | 'cost'> | undefined }) {
  return (
    <p className="text-sm text-muted" aria-live="polite">
      {cost ? (
        <>
          Gas: about <span className="figures">{formatCount(cost.gas)}</span>, at present{' '}
          <span className="figures">{cost.cost}</span> ETH. It is paid once, to the chain, whatever becomes of
          it.
        </>
      ) : (
        'Working out the gas…'
      )}
    </p>
  )
}
