import Link from 'next/link'
import { PageTitle, Section } from '@/components/ui'
import { formatCount, formatSignificant } from '@/lib/core/format'
import type { MethodFigures } from '@/lib/valuation/method-figures'
import { AssumptionsTable, type ShownAssumption } from './assumptions-table'
import { BoundsTable } from './bounds-table'
import { Formula, Symbols } from './formula'
import { SensitivityTables } from './sensitivity-tables'
import { StatisticsMethods } from './statistics-methods'

const parts: { name: string; tex: string; says: string }[] = [
  { name: 'Hardware salvage', tex: 'V_0', says: 'the hardware alone, sold at failure or at the horizon' },
  {
    name: 'Base rewards',
    tex: 'V_1-V_0',
    says: 'rewards of the network’s median device with the number of nodes frozen; idled in months that would lose money',
  },
  {
    name: 'Network premium',
    tex: 'V_2-V_1',
    says: 'this device’s own reward and uptime, shrunk towards the network’s where its history is short',
  },
  { name: 'Dilution', tex: 'V_3-V_2', says: 'other devices entering and leaving' },
  {
    name: 'Circulation premium',
    tex: 'V_4-V_3',
    says: 'the right to move to another network, or to scrap early, at a cost',
  },
]

/** How values come about: definitions, formulas, assumptions and what the method cannot do. */
export function MethodView({
  assumptions,
  figures,
}: {
  assumptions: readonly ShownAssumption[]
  figures: MethodFigures
}) {
  return (
    <div className="pb-16">
      <PageTitle title="Method">
        How a position’s value is computed, from which figures and assumptions, and what it cannot tell.
      </PageTitle>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-10">
        <Section title="What the value is">
          <div className="max-w-prose">
            <p>
              The value of a position is the mean of its discounted cash flow under the holder’s best policy,
              at a required return <Symbols tex="r" /> that stands on the receipt:
            </p>
            <Formula
              tex={String.raw`V = \max_{\pi}\; \mathbb{E}\Big[\sum_{t=1}^{T} \frac{\max(R_t - c,\,0)\,\mathbf 1\{\text{alive},\,\text{not moving}\}}{(1+r)^{t/12}} \;-\; \sum_{\text{moves}} \frac{k}{(1+r)^{\tau/12}} \;+\; \frac{H_\sigma}{(1+r)^{\sigma/12}}\Big]`}
            />
            <p>
              <Symbols tex="R_t" /> is the dollar reward of month <Symbols tex="t" />, <Symbols tex="c" /> the
              running cost, <Symbols tex="k" /> the cost of a move in month <Symbols tex="\tau" />,{' '}
              <Symbols tex="H_\sigma" /> what the hardware fetches in month <Symbols tex="\sigma" />, when it
              fails, is scrapped or reaches the horizon <Symbols tex="T" />. P5, P50 and P95 are quantiles of
              that sum over what may happen, not a confidence interval of its mean.
            </p>
          </div>
        </Section>
        <Section title="Five parts that add up" note="to the cent, by largest remainder">
          <dl className="grid gap-2">
            {parts.map(({ name, tex, says }) => (
              <div
                key={name}
                className="grid gap-x-4 border-t border-rule pt-2 sm:grid-cols-[12rem_7rem_1fr]"
              >
                <dt className="font-medium">{name}</dt>
                <dd>
                  <Symbols tex={tex} />
                </dd>
                <dd className="text-muted">{says}</dd>
              </div>
            ))}
          </dl>
          <p className="mt-3 max-w-prose text-muted">
            <Symbols tex="V_0" /> to <Symbols tex="V_3" /> have closed forms. <Symbols tex="V_4" /> is{' '}
            <Symbols tex="V_3" /> plus the mean gain of a policy over staying put on the same random numbers,
            with its standard error stated. The policy is fitted on other paths than it is measured on, so its
            gain leans low, if at all; how far, is bounded below.
          </p>
        </Section>
        <Section title="Rewards">
          <div className="max-w-prose">
            <p>Dollar rewards are lognormal around their expected path:</p>
            <Formula
              tex={String.raw`R_t = \mathbb{E}[R_t]\, e^{X_t - \frac12 K(t,t)}, \qquad \mathbb{E}[R_t] = R_0\, u\, q\; e^{g t - n\, h(t)}`}
            />
            <Formula
              tex={String.raw`K(s,t) = \sigma^2 \min(s,t) + \lambda^2 + \gamma^2 s\,t + \nu^2 h(s)\,h(t), \qquad h(t) = \frac{1-2^{-t/m}}{\ln 2}\, m`}
            />
            <p>
              A random walk <Symbols tex="\sigma" />, an unknown level <Symbols tex="\lambda" />, an unknown
              trend <Symbols tex="\gamma" /> and an unknown entry of nodes <Symbols tex="\nu" />, whose growth{' '}
              <Symbols tex="n" /> halves every <Symbols tex="m" /> years; <Symbols tex="u" /> is the uptime
              against the typical one, <Symbols tex="q" /> the device’s own reward against the median node’s.
              Uncertainty spreads rewards around their expected path and does not lift it.
            </p>
            <p className="mt-2">
              Where rewards per node are published, <Symbols tex="\sigma" /> and <Symbols tex="\gamma" /> are
              those whose 90% intervals come closest to our forecasts’ 1, 3, 6 and 12 months ahead, and{' '}
              <Symbols tex="\nu" /> is in them; elsewhere <Symbols tex="\sigma" /> is the token price’s. A
              network with <Symbols tex="j" /> known months is drawn towards what all networks showed:
            </p>
            <Formula
              tex={String.raw`\ln \sigma = \tfrac{j}{j+12}\,\ln\sigma_{\text{own}} + \tfrac{12}{j+12}\,\ln\sigma_{\text{all}}`}
            />
            <p>
              Where daily prices of the token are known (HNT and FIL), jumps are fitted to the last year of
              them by maximum likelihood and kept if they better the Bayesian information criterion by ten or
              more. The reward then jumps as often as the price, and the share of its variance that the jumps
              have of the price’s comes from them:
            </p>
            <Formula
              tex={String.raw`R_t \to R_t\; e^{\sum_{i \le N_t} Y_i - \kappa\,\theta_J t}, \qquad N_t \sim \text{Poisson}(\theta_J t),\; Y_i \sim \mathcal N(m_J, \delta_J^2), \qquad \kappa = e^{m_J + \delta_J^2/2} - 1`}
            />
            <p>
              The compensator is <Symbols tex="\theta_J \kappa" />, of the price’s jump, not{' '}
              <Symbols tex="\theta_J m_J" />, of its logarithm’s: rewards are expected to be what they are
              without jumps. <Symbols tex="\sigma^2" /> is then what the jumps leave of the variance. A
              receipt names the jumps it was computed with, or why there are none.
            </p>
            <p className="mt-2">
              This rule was settled while looking at the values it makes. The two tokens pass the criterion by
              far, so that no nearby threshold changes what has jumps; that the jumps of a price are those of
              its rewards, and each network’s own, no public figure settles.
            </p>
          </div>
        </Section>
        <Section title="Lifetime and hardware">
          <div className="max-w-prose">
            <p>The rate of failure is constant over a device’s life, but not known exactly:</p>
            <Formula
              tex={String.raw`\Pr(\text{alive at } t) = (1 + \theta\, w^2\, t)^{-1/w^2}, \qquad H_t = H_0\, e^{-\delta t}`}
            />
            <p>
              <Symbols tex="\theta" /> is the mean rate, <Symbols tex="w" /> its relative uncertainty,{' '}
              <Symbols tex="\delta" /> the rate at which second-hand prices fall.
            </p>
          </div>
        </Section>
        <Section title="Moving and scrapping">
          <div className="max-w-prose">
            <p>
              Each month the holder sees this month’s margins here and in up to two other networks of the
              category, and goes on, moves, moves back, or scraps. The choice is fitted backwards in time by
              least-squares Monte Carlo: with features <Symbols tex="\phi" /> of what is seen, choice{' '}
              <Symbols tex="a" /> is taken where its fitted advantage over going on is the largest and above
              zero,
            </p>
            <Formula
              tex={String.raw`\hat\beta_{t,a} = \arg\min_\beta \sum_{\text{paths}} \big(Y_{t,a} - Y_{t,\text{stay}} - \beta^{\!\top}\phi_t\big)^2`}
            />
            <p>
              Networks of one kind pay very differently, and devices stay where they are: stake, standing and
              hardware do not move with them. Of the gap on the log scale between its own reward and cost and
              those of the median device there, a moved device is assumed to see the share{' '}
              <Symbols tex="\psi" />, “reward transfer” below; its uptime it takes along whole:
            </p>
            <Formula tex={String.raw`R^{\text{there}}_0 = u\,(R_0\, q)^{1-\psi}\, \tilde R_0^{\,\psi}`} />
            <p>
              <Symbols tex="\tilde R_0" /> is the median device’s there. A device that earns little where it
              is earns little elsewhere. What of its reward is its place’s demand and what its own doing
              cannot be told apart, so neither stays behind wholly nor goes along.
            </p>
          </div>
        </Section>
        <Section
          title="How far the policy can be from the best one"
          note={`${figures.day}, ${formatCount(figures.boundPaths)} paths each; npm run method repeats it`}
        >
          <div className="mb-4 max-w-prose">
            <p>
              The value is what the fitted policy earns, so the best policy is worth that or more. It is worth
              at most what a holder would earn who sees each path to its end and pays for the view, month by
              month, what margins and values turned out above what was to be expected of them (duality: Rogers
              2002; Brown, Smith and Sun 2010):
            </p>
            <Formula
              tex={String.raw`V^{\ast} \le \mathbb E\Big[\max_{a}\Big(\text{cash}(a) - \sum_t \big(\hat V_{t+1}(a) - \mathbb E[\hat V_{t+1}(a)\mid \mathcal F_t]\big)\Big)\Big]`}
            />
            <p>
              That holder remembers every reward of every network; the policy sees this month’s alone. A wide
              gap therefore says that the bound or the policy is loose, not which of them. Devices without a
              history of their own, the widest gap first; ± is the standard error.
            </p>
          </div>
          <BoundsTable bounds={figures.bounds} />
        </Section>
        <Section
          title="Two constants chosen after values were seen"
          note={`${figures.day}; npm run method repeats it`}
        >
          <p className="mb-4 max-w-prose">
            The share of a gap in rewards that a moved device sees (
            {formatSignificant(figures.shipped.transfer, 2)}) and the weight of all networks’ spread beside a
            network’s own ({formatCount(figures.shipped.prior)} months) were chosen after seeing values,
            because the first values looked implausible. No public figure settles either. This is what the
            same devices would be worth at other choices.
          </p>
          <SensitivityTables figures={figures} />
        </Section>
        <Section title="Receipts">
          <p className="max-w-prose">
            A valuation is a canonical JSON (RFC 8785) of model, inputs, their hash, seed, paths and figures
            in cents, signed by the valuer (EIP-712). Random numbers, logarithms and exponentials are fixed to
            the last bit, so a server, a browser and a test come to the same cents. Every position’s page
            recomputes its own; <span className="figures">npm run receipt:check</span> does it from a file and
            names what was altered.{' '}
            <Link className="link" href="/docs/api">
              The API
            </Link>{' '}
            values inputs of your own.
          </p>
        </Section>
        <StatisticsMethods />
        <Section title="What it cannot tell">
          <ul className="max-w-prose list-disc space-y-1.5 pl-5">
            <li>
              Resale prices of devices are not public. Cash flows can be checked, and are (
              <Link className="link" href="/calibration">
                Calibration
              </Link>
              ); prices cannot, so nothing here says that somebody would pay the value.
            </li>
            <li>
              The public figures end in 2024-06 or before. A value is as of the month of its newest figure,
              not of today.
            </li>
            <li>
              Hardware prices, salvage, compatibility, the cost of a move and the uptime of single devices are
              assumptions or demonstrations, labelled so wherever a figure rests on them.
            </li>
            <li>A network that changes its rules, ends, or is banned somewhere is in no interval here.</li>
            <li>It is an estimate, not advice.</li>
          </ul>
        </Section>
        <Section
          title="Assumptions"
          note={`${assumptions.length}, as they stand in the database; the nearest to a device counts: model, network, category, all`}
        >
          <AssumptionsTable rows={assumptions} />
        </Section>
      </div>
    </div>
  )
}
