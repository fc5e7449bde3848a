import { Field } from './field'
import { Select } from './input'

/** One of several, in a form whose fields are the page's URL. */
export function ChoiceField({
  label,
  name,
  value,
  choices,
  className,
}: {
  label: string
  name: string
  value: string
  choices: readonly (readonly [value: string, text: string])[]
  className?: string
}) {
  return (
    <Field label={label} {...(className && { className })}>
      {(control) => (
        <Select {...control} name={name} defaultValue={value}>
          {choices.map(([choice, text]) => (
            <option key={choice} value={choice}>
              {text}
            </option>
          ))}
        </Select>
      )}
    </Field>
  )
}
