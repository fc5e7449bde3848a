import { Field, Select } from '@/components/ui'
import type { MoveToStart } from './move-to-start'

/** As which hardware a device moves; nothing where its new network knows one alone. */
export function HardwareField({
  network,
  models,
  model,
  onChange,
}: Pick<MoveToStart, 'network' | 'models'> & { model: string; onChange: (model: string) => void }) {
  if (models.length < 2) return null
  return (
    <Field label={`As which hardware of ${network.name}`}>
      {(control) => (
        <Select {...control} value={model} onChange={({ target }) => onChange(target.value)}>
          {models.map(({ slug, name }) => (
            <option key={slug} value={slug}>
              {name}
            </option>
          ))}
        </Select>
      )}
    </Field>
  )
}
