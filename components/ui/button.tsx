import Link from 'next/link'
import type { ComponentProps } from 'react'
import { classNames } from './class-names'

type Look = {
  /** primary: the one thing to do here, in amber; secondary: outlined; quiet: text alone */
  variant?: 'primary' | 'secondary' | 'quiet'
  size?: 'md' | 'sm'
}

const looks = {
  primary:
    'border-signal bg-signal text-on-signal hover:border-signal-strong hover:bg-signal-strong font-medium',
  secondary: 'border-control bg-raised text-ink hover:border-ink',
  quiet: 'border-transparent text-muted hover:text-ink hover:bg-sunken',
}

const sizes = {
  md: 'min-h-10 px-4 text-base sm:min-h-9',
  sm: 'min-h-8 px-2.5 text-sm sm:min-h-7',
}

/** Classes of a button, for elements that must be something else (a summary, a label). */
export function buttonLook({ variant = 'secondary', size = 'md' }: Look = {}, extra?: string): string {
  return classNames(
    'inline-flex cursor-pointer items-center justify-center gap-2 rounded border whitespace-nowrap select-none',
    'transition-colors duration-100 disabled:cursor-not-allowed disabled:opacity-50 aria-disabled:cursor-not-allowed',
    looks[variant],
    sizes[size],
    extra,
  )
}

type ButtonProps = ComponentProps<'button'> &
  Look & {
    /** work is under way: the button says so, keeps its focus and takes no second press */
    pending?: boolean
  }

export function Button({ variant, size, pending, className, children, onClick, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      {...(pending
        ? { 'aria-disabled': true, 'aria-busy': true, onClick: (event) => event.preventDefault() }
        : { onClick })}
      className={buttonLook({ variant, size }, className)}
    >
      {pending && <Spinner />}
      {children}
    </button>
  )
}

/** A link that looks like a button. */
export function LinkButton({ variant, size, className, ...rest }: ComponentProps<typeof Link> & Look) {
  return <Link prefetch={false} {...rest} className={buttonLook({ variant, size }, className)} />
}

function Spinner() {
  return (
    <span
      aria-hidden
      className="size-3 animate-spin rounded-full border-2 border-current border-r-transparent motion-reduce:animate-none"
    />
  )
}
