import Link from 'next/link'
import { LinkButton } from '@/components/ui'
import type { BasketPanelProps } from './basket-listing'

/** Shares are not for sale: this basket is there to compare. */
export function SharesCannotBeBought({ search }: Pick<BasketPanelProps, 'search'>) {
  const whole = new URLSearchParams(search)
  whole.delete('shares')
  return (
    <div className="grid gap-3">
      <p className="text-muted">
        Positions sell whole today. This basket shows what shares of them would bring; it cannot be bought.
      </p>
      <LinkButton href={`/market/basket?${whole}`} prefetch={false} scroll={false}>
        Choose whole positions
      </LinkButton>
      <p className="text-sm text-muted">
        One by one they stand on the{' '}
        <Link href="/market" prefetch={false} className="link">
          market
        </Link>
        .
      </p>
    </div>
  )
}
