import { ErrorNote } from '@/components/ui'
import type { ListingState } from './use-listing'

/** Where a listing stands on its way to the market, in words. */
export function ListStatus({ state }: { state: ListingState }) {
  switch (state.step) {
    case 'preparing':
      return <Note>Reading the position as it is on chain now…</Note>
    case 'signing':
      return <Note>Your wallet is asking you to sign the listing. It costs nothing.</Note>
    case 'posting':
      return <Note>Signed. The market is checking it…</Note>
    case 'done':
      return <Note>Listed. Anyone can buy it now.</Note>
    case 'refused':
      return (
        <ErrorNote error={{ message: 'You declined to sign the listing.' }}>
          Nothing was listed. Your price is kept; list again when you like.
        </ErrorNote>
      )
    case 'failed':
      return <ErrorNote error={state.error}>Nothing was listed. What you have written is kept.</ErrorNote>
    default:
      return null
  }
}

function Note({ children }: { children: string }) {
  return (
    <p role="status" className="border-l-2 border-signal bg-signal-wash px-4 py-3">
      {children}
    </p>
  )
}
