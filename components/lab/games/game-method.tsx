import { Section } from '@/components/ui'
import { MOST } from './game-draft'
import { CHART_TIME, LEARNERS, LEARNING_TIME } from './learning-scope'

/** How the equilibria are found, what learning is, and where the methods are from. */
export function GameMethod() {
  return (
    <Section id="method" title="Method">
      <div className="max-w-prose space-y-2 text-sm text-muted">
        <p>
          All equilibria are the completely labelled pairs of vertices of the two best-response polytopes, in
          exact fractions (Avis, Rosenberg, Savani & von Stengel 2010); a decimal is read as the fraction it
          writes. Up to {MOST} strategies a player a polytope has at most 660 vertices (McMullen 1970), so
          that the time is bounded whatever the payoffs. Each equilibrium carries its proof: what every
          strategy pays against the other’s mixture. Support enumeration finds the same in every game that is
          not degenerate, and so do Gambit’s documented games: 7, 1 and 75 equilibria.
        </p>
        <p>
          Learning: dx<sub>i</sub>/dt = x<sub>i</sub> ((Ay)<sub>i</sub> − xᵀAy), and likewise for the other
          population. A unit of time is what a share takes to grow by e when it earns the largest difference
          of payoffs more than the mean. Stable are the strict equilibria and no others (Ritzberger & Weibull
          1995); unstable is told from the linearisation’s characteristic polynomial by Sturm’s theorem,
          exactly. {LEARNERS} starts are drawn uniformly and followed for time {LEARNING_TIME}; the charts
          follow the first of them for {CHART_TIME}.
        </p>
        <p>
          Lemke and Howson (1964) give up one label and pivot until it comes back; ties are broken
          lexicographically, so that it ends on degenerate games too.
        </p>
      </div>
    </Section>
  )
}
