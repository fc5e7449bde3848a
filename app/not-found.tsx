import { Empty, LinkButton } from '@/components/ui'

export default function NotFound() {
  return (
    <div className="py-16">
      <Empty
        as="h1"
        title="There is nothing at this address"
        action={
          <>
            <LinkButton href="/market">To the market</LinkButton>
            <LinkButton href="/ledger">To the ledger</LinkButton>
          </>
        }
      >
        A position or network that does not exist, or a link that was cut short.
      </Empty>
    </div>
  )
}
