import type { ReactNode } from 'react'
import { CredentialLink } from '@/components/identity/credential-link'
import { Did } from '@/components/identity/did'
import { Address, Time } from '@/components/ui'
import type { PositionFacts } from '@/lib/market/position-page'

/** The names by which a position and its device are known on chain. */
export function Identity({
  facts,
  did,
  now,
}: {
  facts: PositionFacts
  /** the device as did:key */
  did: string | undefined
  now: Date
}) {
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-1.5 text-sm">
      <Row name="Owner">
        <Address value={facts.owner} href={`/address/${facts.owner}`} />
      </Row>
      <Row name="Device">
        <Address value={facts.deviceId} what="device" />
      </Row>
      {did && (
        <Row name="Device’s DID">
          <Did value={did} />
        </Row>
      )}
      <Row name="Model">{facts.model.name}</Row>
      <Row name="Attester">
        <Address value={facts.attester} href={`/address/${facts.attester}`} />
      </Row>
      <Row name="Registered">
        <Time at={facts.registered.at} now={now} />
      </Row>
      <Row name="Metadata">
        <Address value={facts.metadataHash} what="hash" />
      </Row>
      <Row name="Credential">
        <CredentialLink positionId={facts.id} />
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
