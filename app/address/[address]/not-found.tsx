import { Empty, LinkButton } from '@/components/ui'

export default function AddressNotFound() {
  return (
    <div className="py-16">
      <Empty
        as="h1"
        title="This is not an address"
        action={<LinkButton href="/ledger">To the ledger</LinkButton>}
      >
        An address is 0x and 40 digits from 0 to 9 and a to f. Written with capital letters they must fit the
        digits (the checksum of ERC-55): if this one was typed, a digit is wrong. Nothing was looked up.
      </Empty>
    </div>
  )
}
