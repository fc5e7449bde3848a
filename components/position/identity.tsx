import type { ReactNode } from 'react'
import { Address, Time } from '@/components/ui'
import type { PositionFacts } from '@/lib/market/position-page'

/** The names by which a position and its device are known on chain. */
export function Identity({ facts, now }: { facts: PositionFacts; now: Date }) {
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-1.5 text-sm">
      <Row name="Owner">
        <Address value={facts.owner} />
      </Row>
      <Row name="Device">
        <Address value={facts.deviceId} what="device" />
      </Row>
      <Row name="Model">{facts.model.name}</Row>
      <Row name="Attester">
        <Address value={facts.attester} />
      </Row>
      <Row name="Registered">
        <Time at={facts.registered.at} now={now} />
      </Row>
      <Row name="Metadata">
        <Address value={facts.metadataHash} what="hash" />
      </Row>
      {facts.document?.note && <Row name="Note">{facts.document.note}</Row>}
    </dl>
  )
}

function Row({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-muted">{name}</dt>
      <dd className="min-w-0 text-right">{children}</dd>
    </>
  )
}
