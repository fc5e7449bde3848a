import { ErrorNote } from '@/components/ui'
import type { SigningState } from './use-order-signing'

const words = {
  listing: {
    sign: 'Your wallet is asking you to sign the listing. It costs nothing.',
    done: 'Listed. Anyone can buy it now.',
    declined: 'You declined to sign the listing.',
    nothing: 'Nothing was listed.',
    kept: 'Nothing was listed. Your price is kept; list again when you like.',
  },
  offer: {
    sign: 'Your wallet is asking you to sign the offer. It costs nothing.',
    done: 'Offered. The owner can accept it now.',
    declined: 'You declined to sign the offer.',
    nothing: 'Nothing was offered.',
    kept: 'Nothing was offered. Your amount is kept; offer again when you like.',
  },
} as const

/** Where an order stands on its way to the market, in words. */
export function SigningStatus({ state, what }: { state: SigningState; what: keyof typeof words }) {
  const say = words[what]
  switch (state.step) {
    case 'preparing':
      return <Note>Reading the position as it is on chain now…</Note>
    case 'signing':
      return <Note>{say.sign}</Note>
    case 'recording':
      return (
        <Note>
          Your wallet does not sign orders, so it is asked to record this one on chain. That costs gas, and is
          as good.
        </Note>
      )
    case 'posting':
      return <Note>Signed. The market is checking it…</Note>
    case 'done':
      return <Note>{say.done}</Note>
    case 'refused':
      return <ErrorNote error={{ message: say.declined }}>{say.kept}</ErrorNote>
    case 'failed':
      return <ErrorNote error={state.error}>{say.nothing} What you have written is kept.</ErrorNote>
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
