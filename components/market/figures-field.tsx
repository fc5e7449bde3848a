import { Field, Input } from '@/components/ui'
import { writeTyped } from '@/lib/core/locale/read-typed'

/** A figure to filter by, with its unit inside the field. */
export function FiguresField({
  label,
  name,
  unit,
  value = '',
  problem,
}: {
  label: string
  name: string
  unit: string
  value?: string | number | undefined
  problem: string | undefined
}) {
  return (
    <Field label={label} error={problem} className="lg:col-span-1">
      {(control) => (
        <span className="relative block">
          <Input
            {...control}
            name={name}
            inputMode="decimal"
            defaultValue={writeTyped(`${value}`)}
            className={unit === '$' ? 'figures pl-6 text-right' : 'figures pr-8 text-right'}
          />
          <span
            aria-hidden
            className={`pointer-events-none absolute inset-y-0 grid place-items-center text-sm text-muted ${unit === '$' ? 'left-2.5' : 'right-2.5'}`}
          >
            {unit === 'days' ? 'd' : unit}
          </span>
        </span>
      )}
    </Field>
  )
}
