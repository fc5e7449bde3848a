import { formatCount } from '@/lib/core/format'

/** What a move does to orders that were signed for the position as it is; nothing where there are none. */
export function EndingOrders({
  listings,
  offers,
  positions = 1,
}: {
  listings: number
  offers: number
  positions?: number
}) {
  const these = positions === 1 ? 'this position' : 'these positions'
  if (listings + offers === 0)
    return (
      <p className="text-sm text-muted">
        No open order is on {these}: none ends with {positions === 1 ? 'the move' : 'the moves'}.
      </p>
    )
  const parts = [
    ...(listings > 0 ? [`${formatCount(listings)} ${listings === 1 ? 'listing' : 'listings'}`] : []),
    ...(offers > 0 ? [`${formatCount(offers)} ${offers === 1 ? 'offer' : 'offers'}`] : []),
  ]
  return (
    <p className="border-l-2 border-signal bg-signal-wash px-3 py-2 text-sm">
      {parts.join(' and ')} on {these} {listings + offers === 1 ? 'stops' : 'stop'} filling with the move:{' '}
      {listings + offers === 1 ? 'it was' : 'they were'} signed for the network the device serves today. Sign
      new ones afterwards.
    </p>
  )
}
