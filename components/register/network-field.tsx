import { Field, Select } from '@/components/ui'
import type { RegisterDraft } from './register-draft'

/** A network a device can be registered for. */
export type NetworkOption = {
  slug: string
  name: string
  category: string
  isPhysical: boolean
  models: { slug: string; name: string }[]
}

/** Network, then one of its own hardware models. */
export function NetworkField({
  networks,
  draft,
  change,
  errors,
}: {
  networks: NetworkOption[]
  draft: RegisterDraft
  change: (part: Partial<RegisterDraft>) => void
  errors: Record<string, string>
}) {
  const chosen = networks.find(({ slug }) => slug === draft.network)
  const categories = [...new Set(networks.map(({ category }) => category))]

  function choose(slug: string) {
    const [only, ...others] = networks.find((it) => it.slug === slug)?.models ?? []
    change({ network: slug, model: only && others.length === 0 ? only.slug : '' })
  }

  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Field
        label="Network"
        error={errors.network}
        hint={
          chosen &&
          (chosen.isPhysical
            ? 'What it earns depends on where it stands.'
            : 'What it earns does not depend on where it stands.')
        }
      >
        {(control) => (
          <Select {...control} value={draft.network} onChange={(event) => choose(event.target.value)}>
            <option value="">Choose a network…</option>
            {categories.map((category) => (
              <optgroup key={category} label={category}>
                {networks
                  .filter((it) => it.category === category)
                  .map((it) => (
                    <option key={it.slug} value={it.slug}>
                      {it.name}
                    </option>
                  ))}
              </optgroup>
            ))}
          </Select>
        )}
      </Field>
      <Field label="Hardware model" error={errors.model}>
        {(control) => (
          <Select
            {...control}
            disabled={!chosen}
            value={draft.model}
            onChange={(event) => change({ model: event.target.value })}
          >
            <option value="">{chosen ? 'Choose a model…' : 'Choose the network first'}</option>
            {chosen?.models.map(({ slug, name }) => (
              <option key={slug} value={slug}>
                {name}
              </option>
            ))}
          </Select>
        )}
      </Field>
    </div>
  )
}
