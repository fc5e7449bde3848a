import type { ReactNode } from 'react'
import type { UsdUnits } from '@/lib/core/money'
import { valueGap } from '@/lib/market/price-figures'
import type { ValueInterval } from './describe-value'
import { Gap } from './gap'
import { ValueBar } from './value-bar'

/** A price that is being written, on the value bar, with how far it is from the value; nothing without a value. */
export function BesideValue({
  value,
  price,
  children = 'Beside its value',
}: {
  value: ValueInterval | undefined
  price: UsdUnits | undefined
  children?: ReactNode
}) {
  if (!value) return null
  return (
    <div>
      <div className="mb-1 flex justify-between text-sm text-muted">
        <span>{children}</span>
        <Gap gap={price === undefined ? undefined : valueGap(price, value.value)} />
      </div>
      <ValueBar value={value} price={price} />
    </div>
  )
}
