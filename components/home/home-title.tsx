import { LinkButton } from '@/components/ui'

/** What Hotswap is, in a sentence, and the two things to do about it. */
export function HomeTitle() {
  return (
    <div className="grid items-end gap-x-10 gap-y-5 pt-8 pb-7 lg:grid-cols-[minmax(0,1fr)_auto]">
      <div>
        <h1 className="max-w-[44rem] text-2xl font-medium tracking-tight">
          Devices of physical infrastructure networks are valued, bought and sold here while they keep
          running.
        </h1>
        <p className="mt-2 max-w-prose text-muted">
          A device proves itself with its own key and becomes a position on chain. Each price stands beside
          its value, each value beside its inputs, each sale beside its transaction.
        </p>
      </div>
      <div className="flex flex-wrap gap-2">
        <LinkButton href="/market" variant="primary">
          Open the market
        </LinkButton>
        <LinkButton href="/register">Register a device</LinkButton>
      </div>
    </div>
  )
}
