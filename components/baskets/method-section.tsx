import Link from 'next/link'
import { Section } from '@/components/ui'

/** How a basket is chosen. */
export function MethodSection() {
  return (
    <Section id="method" title="Method">
      <div className="max-w-prose space-y-2 text-sm text-muted">
        <p>
          Every position for sale has its present value in the same 1,000 scenarios, drawn as its{' '}
          <Link href="/method" prefetch={false} className="link">
            valuation
          </Link>{' '}
          draws them, at its required return and under its holder’s policy. What is unknown about a network
          (rewards, entry, running cost) strikes all its positions alike, networks move together by their
          price correlations, a token’s jumps strike all that is paid in it, and a device fails by itself. A
          position’s mean over the scenarios is the value on its receipt. Held for fewer months, the hardware
          is sold at their end.
        </p>
        <p>
          By tail loss, the basket of most mean gain is chosen whose worst twentieth loses no more than the
          limit on average (Rockafellar and Uryasev, 2000), a linear program that is solved to its optimum
          with any shares; whole positions are searched from there and from the greatest gains, by rounding
          and by exchanging one for another, and how far they may be from the best is said. By variance, mean
          gain less aversion / (2 × budget) × variance (Markowitz, 1952). Limits are shares of the budget.
        </p>
      </div>
    </Section>
  )
}
