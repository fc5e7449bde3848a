import type { ComponentProps, ReactNode } from 'react'
import { classNames } from './class-names'

// 16px on phones, or iOS zooms the page when the control takes focus
const control =
  'w-full min-h-10 rounded border border-control bg-raised px-2.5 text-lg text-ink placeholder:text-muted ' +
  'hover:border-ink disabled:cursor-not-allowed disabled:opacity-60 aria-invalid:border-loss sm:min-h-9 sm:text-base'

export function Input({ className, ...rest }: ComponentProps<'input'>) {
  return <input autoComplete="off" {...rest} className={classNames(control, className)} />
}

/** A native select, so that it works without JavaScript and as each device knows it. */
export function Select({ className, ...rest }: ComponentProps<'select'>) {
  return (
    <span className={classNames('relative block', className)}>
      <select {...rest} className={classNames(control, 'appearance-none pr-8')} />
      <svg
        aria-hidden
        viewBox="0 0 10 6"
        className="pointer-events-none absolute top-1/2 right-3 w-2.5 -translate-y-1/2 fill-none stroke-muted"
      >
        <path d="m1 1 4 4 4-4" strokeWidth="1.4" />
      </svg>
    </span>
  )
}

export function Textarea({ className, ...rest }: ComponentProps<'textarea'>) {
  return <textarea {...rest} className={classNames(control, 'py-2', className)} />
}

/** A checkbox with its label to the right; the whole of it can be pressed. */
export function Checkbox({
  label,
  className,
  ...rest
}: Omit<ComponentProps<'input'>, 'type'> & { label: ReactNode }) {
  return (
    <label className={classNames('flex min-h-9 cursor-pointer items-center gap-2 text-base', className)}>
      <input type="checkbox" {...rest} className="size-4 accent-signal" />
      {label}
    </label>
  )
}
