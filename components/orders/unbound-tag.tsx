import { Tag } from '@/components/ui'

/** Marks an order that our zone does not hold to the state its signer saw. */
export function UnboundTag({ className }: { className?: string }) {
  return (
    <Tag look="warning" {...(className && { className })} title="Not held to the device’s state by our zone">
      unbound
    </Tag>
  )
}
