import { Checkbox } from '@/components/ui'

/** What an order outside our zone means, to be accepted by hand. */
export function UnboundRisk({
  isTaken,
  onChange,
}: {
  isTaken: boolean
  onChange: (isTaken: boolean) => void
}) {
  return (
    <div className="border-l-2 border-loss bg-loss-wash px-4 py-2 text-sm">
      <p>
        <strong className="font-medium text-loss">Unbound.</strong> This order is outside our zone: the seller
        may change the device up to the moment you pay, and the chain will not stop the sale.
      </p>
      <Checkbox
        label="I take that risk"
        checked={isTaken}
        onChange={(event) => onChange(event.target.checked)}
      />
    </div>
  )
}
