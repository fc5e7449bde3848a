import type { PanelPosition } from '@/components/position/panel-position'
import { basisWords, scopeWords } from '@/components/reference/paid-words'
import { formatCents, formatShare } from '@/lib/core/format'
import { centsToUnits, type UsdUnits } from '@/lib/core/money'

/** What others paid for one like it, and how far a price stands from that; nothing where too few did. */
export function OthersPaid({
  reference,
  price,
}: {
  reference: PanelPosition['reference']
  /** that is being written; undefined while it is none */
  price: UsdUnits | undefined
}) {
  if (!reference || reference.price <= 0n) return null
  return (
    <p className="text-sm text-muted">
      Others paid{' '}
      <a
        href="#reference"
        className="figures text-ink underline decoration-rule underline-offset-4 hover:text-signal-text"
      >
        {formatCents(reference.price)}
      </a>{' '}
      ({basisWords(reference)} {scopeWords(reference.scope)})
      {price === undefined ? '.' : <>; {standing(price, centsToUnits(reference.price))}.</>}
    </p>
  )
}

/** What is shown as nought is no difference. */
const NOTHING = 0.0005

function standing(price: UsdUnits, reference: UsdUnits): string {
  const by = Number(price) / Number(reference) - 1
  if (Math.abs(by) < NOTHING) return 'your price is the same'
  if (by >= 2) return `your price is ${formatShare(by + 1)} of it`
  return by > 0 ? `your price is ${formatShare(by)} above` : `your price is ${formatShare(-by)} below`
}
