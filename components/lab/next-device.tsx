import Link from 'next/link'
import { Figure, Figures, Section } from '@/components/ui'
import { formatFixed, formatUsd } from '@/lib/core/format'
import type { EffectRow } from './network-effects-table'

/** On a network's page: what its exponent says of one more device, or why it says nothing. */
export function NextDevice({
  slug,
  effect,
  why,
}: {
  slug: string
  /** undefined where too little is known to fit it */
  effect: EffectRow | undefined
  why: string | undefined
}) {
  return (
    <Section
      id="next-device"
      title="What one more device adds, and takes"
      note={effect && `${effect.from} to ${effect.to}, from growth rates`}
      action={
        <span className="flex flex-wrap gap-x-4" data-print="hide">
          <Link prefetch={false} href="/lab/network-effects" className="link">
            Method and all networks
          </Link>
          <Link prefetch={false} href={`/lab/flywheel?of=${slug}#one`} className="link">
            Its flywheel
          </Link>
        </span>
      }
    >
      {effect ? (
        <Told row={effect} />
      ) : (
        <p className="text-sm text-muted">Too little is known to tell. {why}</p>
      )}
    </Section>
  )
}

function Told({ row: { to, effect } }: { row: EffectRow }) {
  const { growth, nextNode } = effect
  const between = (low: number, high: number) => `90 %: ${formatUsd(low)} to ${formatUsd(high)}`
  return (
    <>
      <p className="mb-4 max-w-prose">
        {growth.high < 1
          ? 'The next device earns more than it adds: the rest is taken from the others.'
          : growth.low > 1
            ? 'Rewards rose faster than devices: the next one adds more than it earns, as far as the token’s price goes on with it.'
            : 'Whether the next device adds more than it earns cannot be told: the interval holds both.'}
      </p>
      <Figures>
        <Figure
          label="Exponent"
          value={formatFixed(growth.exponent, 2)}
          source={`90 %: ${formatFixed(growth.low, 2)} to ${formatFixed(growth.high, 2)}`}
        />
        <Figure
          label="It adds to the pool"
          value={formatUsd(nextNode.addsUsd)}
          unit="a month"
          source={between(nextNode.lowUsd, nextNode.highUsd)}
        />
        <Figure label="It earns" value={formatUsd(nextNode.earnsUsd)} unit="a month" source={`of ${to}`} />
        <Figure
          label="Taken from the others"
          value={formatUsd(nextNode.takesFromOthersUsd)}
          unit="a month"
          source={between(nextNode.takesLowUsd, nextNode.takesHighUsd)}
        />
      </Figures>
    </>
  )
}
