'use client'

import { useRouter } from 'next/navigation'
import {
  type ChangeEvent,
  type FormEvent,
  type ReactNode,
  useCallback,
  useEffect,
  useRef,
  useTransition,
} from 'react'

/**
 * A GET form whose fields are the page's URL. Without JavaScript it submits like any form; with it, choices apply at
 * once (those made before the script came too), typed words on Enter, and blank fields stay out of the URL.
 */
export function FilterForm({
  action,
  label,
  className,
  children,
}: {
  action: string
  /** what is filtered, for a screen reader */
  label: string
  className?: string
  children: ReactNode
}) {
  const router = useRouter()
  const [isPending, startTransition] = useTransition()
  const form = useRef<HTMLFormElement>(null)

  const apply = useCallback(
    (from: HTMLFormElement) => startTransition(() => router.push(addressOf(action, from), { scroll: false })),
    [router, action],
  )

  useEffect(() => {
    if (form.current && hasChoice(form.current)) apply(form.current)
  }, [apply])

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    apply(event.currentTarget)
  }

  function change(event: ChangeEvent<HTMLFormElement>) {
    const field: EventTarget = event.target
    if (isChoice(field) && field.form) apply(field.form)
  }

  return (
    <search aria-label={label}>
      <form
        ref={form}
        action={action}
        onSubmit={submit}
        onChange={change}
        autoComplete="off"
        aria-busy={isPending}
        className={className}
      >
        {children}
      </form>
    </search>
  )
}

function addressOf(action: string, form: HTMLFormElement): string {
  const search = new URLSearchParams()
  for (const [name, value] of new FormData(form))
    if (typeof value === 'string' && value.trim() !== '') search.append(name, value.trim())
  const rest = search.toString()
  return rest ? `${action}?${rest}` : action
}

function isChoice(field: unknown): field is HTMLSelectElement | HTMLInputElement {
  return (
    field instanceof HTMLSelectElement || (field instanceof HTMLInputElement && field.type === 'checkbox')
  )
}

/** Whether a choice differs from the one the page came with. */
function hasChoice(form: HTMLFormElement): boolean {
  return [...form.elements].some((field) => {
    if (field instanceof HTMLSelectElement) return field.selectedOptions[0]?.defaultSelected === false
    return field instanceof HTMLInputElement && field.checked !== field.defaultChecked
  })
}
