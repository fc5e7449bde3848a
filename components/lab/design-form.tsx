'use client'

import { Field, Section, Select } from '@/components/ui'
import { type DesignKnob, type DesignName, designKnobs, isInForce } from './design-knobs'
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
}: {
  name: DesignName
  values: Knobs
  set: (key: string, value: number) => void
}) {
  const knobs = designKnobs[name].filter((knob) => isInForce(knob, name, values))
  return (
    <Section title={`Design ${name}`}>
      <form aria-label={`Design ${name}`} onSubmit={(event) => event.preventDefault()}>
        {groups.map((group, i) => (
          <details key={group} open={i < 2} className="border-b border-rule py-2">
            <summary className="cursor-pointer font-medium">{group}</summary>
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
