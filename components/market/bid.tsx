import { formatExact, formatUnits } from '@/lib/core/format'

/** The best bid on a position, small beside its price; nothing where nobody bids. */
export function Bid({ price }: { price: bigint | undefined }) {
  if (price === undefined) return null
  return (
    <span
      className="block text-xs font-normal text-muted"
      title={`Best offer its owner can accept now: ${formatExact(price, 6)} dollars`}
    >
      <span className="font-sans tracking-normal">bid </span>
      {formatUnits(price)}
    </span>
  )
}
