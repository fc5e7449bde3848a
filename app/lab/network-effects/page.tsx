import type { Metadata } from 'next'
import { Suspense } from 'react'
import { NetworkEffectsFoot } from '@/components/lab/lab-feet'
import { LabTitle } from '@/components/lab/lab-title'
import { GrowthTable, LevelsTable } from '@/components/lab/network-effects-table'
import { Section, SkeletonRows } from '@/components/ui'
import { readNetworkEffects } from '@/lib/server/lab/read-network-effects'

export const metadata: Metadata = {
  title: 'Network effects',
  description: 'How each network’s rewards rise with its nodes, and what the next node adds and takes.',
}

export default function NetworkEffectsPage() {
  return (
    <>
      <LabTitle title="Network effects" data="/lab/network-effects/data.csv">
        Is a network worth its nodes (Sarnoff), their square (Metcalfe), or something between? Monthly rewards
        in dollars stand for the network’s value; that proxy moves with the token’s price, whatever the nodes
        do.
      </LabTitle>
      <Suspense fallback={<SkeletonRows rows={9} rowHeight={2.25} />}>
        <Effects />
      </Suspense>
    </>
  )
}

async function Effects() {
  const { fitted, thin, leastMonths } = await readNetworkEffects()
  return (
    <div className="space-y-8">
      <Section title="From growth rates" note="log change of rewards on log change of nodes, month on month">
        <GrowthTable rows={fitted} />
        <NetworkEffectsFoot
          asOf={
            fitted
              .map(({ to }) => to)
              .sort()
              .at(-1) ?? '–'
          }
        />
        <p id="method" className="mt-3 max-w-prose text-sm text-muted">
          Errors are Newey–West’s, robust to autocorrelation; the interval is ±1.645 of them. With six years
          of months it held the truth 86 times in a hundred in simulation. An exponent below 1 means that the
          next node earns more than it adds; the rest is taken from the others. * dollars are tokens × price,
          where the source’s dollar column repeats its tokens.
        </p>
      </Section>
      <Section
        title="In levels"
        note="Bayesian information criterion, and error of one-month-ahead fits on the last third (log)"
      >
        <LevelsTable rows={fitted} />
        <p className="mt-3 max-w-prose text-sm text-muted">
          All laws have the same sample; the lowest criterion of a network is underlined. Two series that
          trend can seem to explain each other: only where the Engle–Granger test (critical values of
          MacKinnon 2010) rejects that may the levels be read.
        </p>
      </Section>
      {thin.length > 0 && (
        <p className="text-sm text-muted">
          Not fitted, for fewer than {leastMonths} months of both figures:{' '}
          {thin.map(({ name, months }) => `${name} (${months})`).join(', ')}. Source of the figures:
          1kx-network/depin_tokenomics; relay network: sums over its operators.
        </p>
      )}
    </div>
  )
}
