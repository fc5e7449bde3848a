import type { ReactNode } from 'react'
import { Checkbox, Tag } from '@/components/ui'
import type { RegisterDraft } from './register-draft'

/** The operator's own device, by the device agent; or, on the local chain, one made for demonstration. */
export function DeviceField({
  draft,
  change,
  isLocal,
}: {
  draft: RegisterDraft
  change: (part: Partial<RegisterDraft>) => void
  isLocal: boolean
}) {
  return (
    <fieldset className="grid gap-3">
      <legend className="sr-only">Which device will prove itself</legend>
      <Choice
        value="agent"
        chosen={draft.device}
        onChoose={() => change({ device: 'agent' })}
        title="My device"
      >
        Its key stays in it. You run one command on it, which signs the challenge made in the next step.
      </Choice>
      {isLocal && (
        <Choice
          value="browser"
          chosen={draft.device}
          onChoose={() => change({ device: 'browser', demonstration: true })}
          title={
            <>
              A demonstration device <Tag look="demonstration">local chain</Tag>
            </>
          }
        >
          A P-256 key made in this browser answers in the place of hardware. It observes nothing and earns
          nothing; the position is labelled a demonstration for ever.
        </Choice>
      )}
      {draft.device === 'agent' && (
        <Checkbox
          label="It is a demonstration: label the position so"
          checked={draft.demonstration}
          onChange={(event) => change({ demonstration: event.target.checked })}
        />
      )}
    </fieldset>
  )
}

function Choice({
  value,
  chosen,
  onChoose,
  title,
  children,
}: {
  value: string
  chosen: string
  onChoose: () => void
  title: ReactNode
  children: ReactNode
}) {
  return (
    <label className="flex cursor-pointer gap-3 rounded border border-control bg-raised px-4 py-3 hover:border-ink has-checked:border-ink">
      <input
        type="radio"
        name="device"
        value={value}
        checked={value === chosen}
        onChange={onChoose}
        className="mt-1 size-4 shrink-0 accent-signal"
      />
      <span className="min-w-0">
        <span className="flex flex-wrap items-center gap-2 font-medium">{title}</span>
        <span className="block text-sm text-muted">{children}</span>
      </span>
    </label>
  )
}
