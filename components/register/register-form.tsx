'use client'

import dynamic from 'next/dynamic'
import { useState } from 'react'
import { Button, Field, Input, Textarea } from '@/components/ui'
import { Step } from '@/components/ui/step'
import { useDraft } from '@/components/ui/use-draft'
import { walletStore } from '@/components/wallet/wallet-store'
import { WithWallet } from '@/components/wallet/with-wallet'
import type { Failure } from '@/lib/core/errors'
import { DeviceField } from './device-field'
import { NetworkField, type NetworkOption } from './network-field'
import { PlaceField } from './place-field'
import { placeOf } from './place-of'
import { emptyDraft, readDraft } from './register-draft'
import { useCell } from './use-cell'

const SubmitRegistration = dynamic(
  () => import('./submit-registration').then((it) => it.SubmitRegistration),
  { ssr: false },
)

/** What is to be registered. The draft stays in this browser until a challenge is made of it. */
export function RegisterForm({ networks, isLocal }: { networks: NetworkOption[]; isLocal: boolean }) {
  const [draft, change, forget] = useDraft('register', emptyDraft, readDraft)
  const [failure, setFailure] = useState<Failure>()
  const network = networks.find(({ slug }) => slug === draft.network)
  const place = network?.isPhysical ? placeOf(draft) : undefined
  const shape = useCell(place)
  const errors = failure?.fields ?? {}

  return (
    <form onSubmit={(event) => event.preventDefault()}>
      <Step number={1} title="Network and hardware">
        <NetworkField networks={networks} draft={draft} change={change} errors={errors} />
      </Step>
      <Step number={2} title="Where it stands">
        {network && !network.isPhysical ? (
          <p className="text-muted">
            {network.name} pays the same wherever a device stands, so no place is recorded.
          </p>
        ) : (
          <PlaceField draft={draft} change={change} shape={shape} error={errors.cell} />
        )}
      </Step>
      <Step number={3} title="What the record says of it">
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label="Name" error={errors['metadata.name']}>
            {(control) => (
              <Input
                {...control}
                maxLength={80}
                placeholder="Rooftop, north corner"
                value={draft.name}
                onChange={(event) => change({ name: event.target.value })}
              />
            )}
          </Field>
          <Field
            label="Hardware"
            error={errors['metadata.hardware']}
            hint="Make and revision, as on its label"
          >
            {(control) => (
              <Input
                {...control}
                maxLength={80}
                placeholder={network?.models.find(({ slug }) => slug === draft.model)?.name}
                value={draft.hardware}
                onChange={(event) => change({ hardware: event.target.value })}
              />
            )}
          </Field>
          <Field label="Operator, if you like" error={errors['metadata.operator']}>
            {(control) => (
              <Input
                {...control}
                maxLength={80}
                value={draft.operator}
                onChange={(event) => change({ operator: event.target.value })}
              />
            )}
          </Field>
          <Field label="Note, if you like" error={errors['metadata.note']} className="sm:col-span-2">
            {(control) => (
              <Textarea
                {...control}
                rows={2}
                maxLength={280}
                value={draft.note}
                onChange={(event) => change({ note: event.target.value })}
              />
            )}
          </Field>
        </div>
        <p className="mt-2 text-sm text-muted">
          All of this is public and cannot be taken back. Buyers read it before they pay.
        </p>
      </Step>
      <Step number={4} title="Which device will prove itself">
        <DeviceField draft={draft} change={change} isLocal={isLocal} />
      </Step>
      <div className="border-t border-rule pt-4 pl-8">
        <WithWallet
          otherwise={
            <>
              <Button variant="primary" onClick={walletStore.openConnect}>
                Connect a wallet to continue
              </Button>
              <p className="mt-2 text-sm text-muted">
                The position will belong to the account you connect. What you have written is kept.
              </p>
            </>
          }
        >
          <SubmitRegistration
            draft={draft}
            network={network}
            place={place}
            failure={failure}
            onFailure={setFailure}
            onCreated={forget}
          />
        </WithWallet>
      </div>
    </form>
  )
}
