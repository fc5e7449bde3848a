import { ErrorNote } from '@/components/ui'
import type { ManyState, RowResult } from './use-many-listings'

/** Where many listings stand on their way to the market, in words. */
export function ManyStatus({
  state,
  results,
}: {
  state: ManyState
  results: ReadonlyMap<number, RowResult>
}) {
  const listed = [...results.values()].filter(({ step }) => step === 'listed').length
  switch (state.step) {
    case 'preparing':
      return <Note>Reading each position as it is on chain now…</Note>
    case 'signing':
      return (
        <Note>
          {state.inBulk
            ? `Your wallet is asking for one signature over ${state.count === 1 ? 'one listing' : `${state.count} listings`}. It costs nothing.`
            : `Your wallet is a contract, so it signs each by itself: ${state.count === 1 ? 'one listing' : `${state.count} listings`}.`}
        </Note>
      )
    case 'posting':
      return (
        <Note>
          Signed. The market is checking them: {state.done} of {state.count} are in…
        </Note>
      )
    case 'refused':
      return (
        <ErrorNote error={{ message: 'You declined to sign the listings.' }}>
          {listed > 0 ? `${listed} signed before that are listed.` : 'Nothing was listed.'} What you have
          chosen and written is kept.
        </ErrorNote>
      )
    case 'failed':
      return (
        <ErrorNote error={state.error}>Nothing more was listed. What you have written is kept.</ErrorNote>
      )
    case 'idle':
      return listed > 0 ? (
        <Note>
          {listed === 1 ? 'One position is listed.' : `${listed} positions are listed.`} Anyone can buy now.
        </Note>
      ) : null
    default:
      return null
  }
}

function Note({ children }: { children: React.ReactNode }) {
  return (
    <p role="status" className="border-l-2 border-signal bg-signal-wash px-4 py-2">
      {children}
    </p>
  )
}
