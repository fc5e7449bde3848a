'use client'

import { Field, Section, Select } from '@/components/ui'
import { formatCompact, formatShare, formatUsdCompact } from '@/lib/core/format'
import { type DesignKnob, type DesignName, designKnobs, isInForce } from './design-knobs'
import { designPresets, presetOf, presetValues } from './design-presets'
import { KnobField } from './knob-field'
import type { Knobs } from './number-knobs'

const groups: readonly DesignKnob['group'][] = [
  'Emission',
  'Price and burning',
  'Demand',
  'Staking and bonds',
  'Operators',
]

/** The figures of one design by what they are of; those that do not count under its choices are not there. */
export function DesignForm({
  name,
  values,
  set,
  setAll,
}: {
  name: DesignName
  values: Knobs
  set: (key: string, value: number) => void
  setAll: (values: Knobs) => void
}) {
  const knobs = designKnobs[name].filter((knob) => isInForce(knob, name, values))
  const preset = presetOf(values, name)
  return (
    <Section title={`Design ${name}`}>
      <form aria-label={`Design ${name}`} onSubmit={(event) => event.preventDefault()}>
        <Field label="Mechanism" className="mb-3">
          {(control) => (
            <Select
              {...control}
              value={preset ?? ''}
              onChange={({ target }) =>
                setAll({ ...values, ...presetValues(designPresets[Number(target.value)]!, name) })
              }
            >
              {preset === undefined && <option value="">Your own</option>}
              {designPresets.map((one, value) => (
                <option key={one.name} value={value}>
                  {one.name}
                </option>
              ))}
            </Select>
          )}
        </Field>
        {groups.map((group) => (
          <details key={group} className="border-b border-rule py-2">
            <summary className="cursor-pointer">
              <span className="font-medium">{group}</span>{' '}
              <span className="text-xs text-muted">
                {knobs
                  .filter((knob) => knob.group === group)
                  .map((knob) => inShort(knob, values[knob.key]!))
                  .join(' · ')}
              </span>
            </summary>
            <div className="mt-3 mb-2 grid gap-4 lg:grid-cols-2">
              {knobs
                .filter((knob) => knob.group === group)
                .map((knob) =>
                  knob.choices ? (
                    <Field key={knob.key} label={knob.label} className="lg:col-span-2">
                      {(control) => (
                        <Select
                          {...control}
                          value={values[knob.key]}
                          onChange={({ target }) => set(knob.key, Number(target.value))}
                        >
                          {knob.choices!.map((words, value) => (
                            <option key={words} value={value}>
                              {words}
                            </option>
                          ))}
                        </Select>
                      )}
                    </Field>
                  ) : (
                    <KnobField
                      key={knob.key}
                      knob={knob}
                      value={values[knob.key]!}
                      onChange={(value) => set(knob.key, value)}
                    />
                  ),
                )}
            </div>
          </details>
        ))}
      </form>
    </Section>
  )
}

/** A figure as it stands in a closed group. */
function inShort({ choices, isShare, unit }: DesignKnob, value: number): string {
  if (choices) return choices[Math.round(value)]!.split(':')[0]!
  if (isShare) return formatShare(value)
  return unit === 'USD' ? formatUsdCompact(value) : `${formatCompact(value)}${unit ? ` ${unit}` : ''}`
}
