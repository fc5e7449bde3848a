import { Section, Skeleton } from '@/components/ui'
import type { BasketAnswer } from '@/lib/mechanism/allocation/basket-answer'
import type { BasketSurroundings } from '@/lib/mechanism/allocation/explore-basket'
import { ConcentrationSection } from './concentration-section'
import { FrontierSection } from './frontier-section'
import { LimitsSection } from './limits-section'

/** What surrounds a basket: the frontier, the worth of its limits, its concentration. */
export function BasketAround({
  answer,
  surroundings,
}: {
  answer: BasketAnswer
  surroundings: BasketSurroundings
}) {
  if (surroundings.frontier.length === 0) return null
  return (
    <div className="space-y-8">
      <div className="grid items-start gap-8 lg:grid-cols-2">
        <FrontierSection answer={answer} frontier={surroundings.frontier} />
        <LimitsSection answer={answer} capCosts={surroundings.capCosts} />
      </div>
      {!answer.plan.empty && <ConcentrationSection answer={answer} uncapped={surroundings.uncapped} />}
    </div>
  )
}

/** Its place while it is computed. */
export function BasketAroundSkeleton() {
  return (
    <div role="status" aria-label="Computing the frontier" className="grid gap-8 lg:grid-cols-2">
      {['Frontier', 'What the limits are worth'].map((title) => (
        <Section key={title} title={title}>
          <Skeleton className="h-80" />
        </Section>
      ))}
    </div>
  )
}
