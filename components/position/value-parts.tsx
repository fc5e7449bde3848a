import { classNames } from '@/components/ui'
import { formatCents } from '@/lib/core/format'
import type { PositionValuation } from '@/lib/market/position-page'
import { partNames } from '@/lib/valuation/valuation'

const names: Record<string, { title: string; says: string }> = {
  salvage: { title: 'Hardware salvage', says: 'sold at failure or at the horizon' },
  base_rewards: { title: 'Base rewards', says: 'of the network’s median device, its node count frozen' },
  network_premium: { title: 'Network premium', says: 'this device’s own reward and uptime' },
  dilution: { title: 'Dilution', says: 'other devices entering and leaving' },
  circulation_premium: { title: 'Circulation premium', says: 'the right to move to another network' },
}

/** The parts of a value, each a step from the one before; they add up to the cent. */
export function ValueParts({ valuation }: { valuation: PositionValuation }) {
  const steps = stepsOf(valuation)
  const ends = steps.flatMap(({ from, to }) => [from, to])
  const low = Math.min(0, ...ends)
  const span = Math.max(...ends, 0) - low || 1
  const percent = (cents: number) => `${(((cents - low) / span) * 100).toFixed(2)}%`
  const omitted = partNames.filter((part) => !valuation.parts.some(({ name }) => name === part))
  return (
    <ul>
      {steps.map(({ name, cents, from, to }) => (
        <Row key={name} title={names[name]?.title ?? name} says={names[name]?.says} amount={cents}>
          <span
            className={classNames('absolute inset-y-1', cents < 0n ? 'bg-loss' : 'bg-ink')}
            style={{
              left: percent(Math.min(from, to)),
              width: `max(1px, ${(Math.abs(to - from) / span) * 100}%)`,
            }}
          />
        </Row>
      ))}
      {omitted.map((part) => (
        <Row key={part} title={names[part]?.title ?? part} says="this model does not compute it">
          {null}
        </Row>
      ))}
      <Row title="Value" amount={valuation.value} isSum>
        <span
          className="absolute inset-y-1 border border-ink"
          style={{ left: percent(0), width: percent(Number(valuation.value)) }}
        />
      </Row>
    </ul>
  )
}

function stepsOf({ parts }: PositionValuation) {
  let sum = 0
  return parts.map(({ name, cents }) => {
    const from = sum
    sum += Number(cents)
    return { name, cents, from, to: sum }
  })
}

function Row({
  title,
  says,
  amount,
  isSum,
  children,
}: {
  title: string
  says?: string | undefined
  amount?: bigint
  isSum?: boolean
  children: React.ReactNode
}) {
  return (
    <li
      className={classNames(
        'grid grid-cols-[1fr_auto] items-center gap-x-4 border-t py-1.5 sm:grid-cols-[15rem_1fr_7rem]',
        isSum ? 'border-ink font-medium' : 'border-rule',
      )}
    >
      <span className="min-w-0">
        {title}
        {says && <span className="block text-xs font-normal text-muted">{says}</span>}
      </span>
      <span aria-hidden className="relative h-6 max-sm:order-last max-sm:col-span-2 max-sm:h-4">
        {children}
      </span>
      <span className={classNames('figures text-right', amount !== undefined && amount < 0n && 'text-loss')}>
        {amount === undefined ? (
          <span className="font-sans text-sm text-muted">not known</span>
        ) : (
          signed(amount, isSum)
        )}
      </span>
    </li>
  )
}

function signed(amount: bigint, isSum: boolean | undefined): string {
  return amount > 0n && !isSum ? `+${formatCents(amount)}` : formatCents(amount)
}
