import Link from 'next/link'
import { Section } from '@/components/ui'

/** What a run does each month, and what it leaves out. */
export function DesignMethod({ source }: { /** whose costs the operators have */ source: string }) {
  return (
    <Section id="method" title="Method">
      <div className="max-w-prose space-y-2 text-sm text-muted">
        <p>
          A simulation, not a forecast. In each month users spend dollars; a part buys tokens that burn, a
          part buys tokens for a treasury that keeps them, the rest pays operators. The price follows by the
          quantity equation or by market impact; the schedule mints for operators by devices and for stakers,
          and for nobody where nobody runs; bonds are slashed. Of the operators outside who expect more than
          their hurdle the cheapest enter, of those inside who expect a loss the dearest leave; expectations
          move halfway to each month’s margin. Demand compounds with drift and deviation and follows the
          devices running by the power given.
        </p>
        <p>
          Each seed is one draw of demand, the same for both designs, so that their difference is the designs’
          and not the draw’s. A run has the same bits in every browser. Phases are told by{' '}
          <Link href="/lab/flywheel#rule" prefetch={false} className="link">
            the flywheel’s rule
          </Link>{' '}
          from operators’ dollars and devices. Nobody speculates here: who buys only to sell again is left
          out, and with it how high and how low a price can go.
        </p>
        <p>
          Operators: {source}; half of them run at first. The closed path of burn and mint by whole months is
          S* + (S₀ − S*)(1 − v)ᵏ, the published exponential at the rate −ln(1 − v). Stakers earn i ÷ s when i
          of the supply is issued to the staked share s; a holder who does not stake keeps 1 ÷ (1 + i) of a
          share. More stake while that pays more than they ask, so that s comes to rest at i ÷ what they ask.
          Staked tokens count as circulating: what staking takes out of trade belongs into v.
        </p>
      </div>
    </Section>
  )
}
