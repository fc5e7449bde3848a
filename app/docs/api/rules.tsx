import { Section } from '@/components/ui'
import { Words } from './words'

const rules = [
  [
    'Lists',
    'come in pages of up to 100. Hand back `next` as `cursor` for the page after, with the same filters and order; null is the end. What stands throughout is visited once, whatever comes in meanwhile. A parameter we do not know is refused.',
  ],
  [
    'Freshness',
    'Each answer is of one moment: the `Hotswap-Head` header names its block, its time, and the last block that can no longer be undone. Send back the `ETag` as `If-None-Match`: 304 means that nothing has changed.',
  ],
  [
    'Money',
    'is exact decimal text with its unit. `dollar-token` is the settlement token, of 6 decimals; `USD` is an estimate or a published figure. Null is unknown, not zero.',
  ],
  [
    'Refusals',
    'are problem details (RFC 9457). Match on `error.name`; `error.retryable` says whether the same request can help later. A refused request changes nothing.',
  ],
] as const

/** What holds for every operation. */
export function Rules() {
  return (
    <Section title="In general" note="No key, no sign-in; pages of any origin may call.">
      <dl className="grid gap-x-8 gap-y-3 sm:grid-cols-2">
        {rules.map(([name, text]) => (
          <div key={name}>
            <dt className="text-sm font-medium">{name}</dt>
            <dd className="text-sm text-muted">
              <Words text={text} />
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}
