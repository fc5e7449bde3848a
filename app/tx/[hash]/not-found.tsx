import { Empty, LinkButton } from '@/components/ui'

export default function TransactionNotFound() {
  return (
    <div className="py-16">
      <Empty
        as="h1"
        title="Nothing of this transaction is on record"
        action={<LinkButton href="/ledger">To the ledger</LinkButton>}
      >
        It may be waiting in a block that has not been read yet, have touched no position, or never have been
        mined.
      </Empty>
    </div>
  )
}
