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
import { InvalidInputError } from '@/lib/core/errors'
import { AmbiguousFigureError, plainIfFigure, readTyped, writeTyped } from '@/lib/core/locale/read-typed'

/** How long typing must rest before it applies, in milliseconds. */
const REST = 350

/**
 * A GET form whose fields are the page's URL. Without JavaScript it submits like any form; with it, choices apply at
 * once (those made before the script came too), typed words on Enter, and blank fields stay out of the URL. Figures
 * (fields of `inputMode="decimal"`) are typed as the reader's locale has them, and stand plain in the URL.
 *
 * With `follow`, what is typed applies too as soon as typing rests, and the fields follow the URL (Back, a link) without
 * being made anew, so that focus stays where it is. Without it, key the form by the view.
 */
export function FilterForm({
  action,
  label,
  follow,
  className,
  children,
}: {
  action: string
  /** search parameters of the view that is shown, without a question mark */
  follow?: string
  /** what is filtered, for a screen reader */
  label: string
  className?: string
  children: ReactNode
}) {
  const router = useRouter()
  const [isPending, startTransition] = useTransition()
  const form = useRef<HTMLFormElement>(null)
  const rest = useRef<ReturnType<typeof setTimeout>>(undefined)
  // a field that was typed in since the form last applied keeps what is typed
  const typed = useRef<Element>(undefined)
  // a run of typing takes one place in the browser's history
  const isTyping = useRef(false)

  const apply = useCallback(
    (from: HTMLFormElement, byTyping = false) => {
      clearTimeout(rest.current)
      if (!areFiguresClear(from)) return
      typed.current = undefined
      const address = addressOf(action, from)
      const way = byTyping && isTyping.current ? 'replace' : 'push'
      isTyping.current = byTyping
      if (follow === undefined || address !== addressNow())
        startTransition(() => router[way](address, { scroll: false }))
    },
    [router, action, follow],
  )

  useEffect(() => () => clearTimeout(rest.current), [])

  const isNew = useRef(true)
  useEffect(() => {
    if (!form.current) return
    if (follow !== undefined && !isNew.current) fill(form.current, new URLSearchParams(follow), typed.current)
    else if (hasChoice(form.current)) apply(form.current)
    isNew.current = false
  }, [apply, follow])

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    apply(event.currentTarget)
  }

  function change(event: ChangeEvent<HTMLFormElement>) {
    const field: EventTarget = event.target
    if (isChoice(field) && field.form) apply(field.form)
    else if (follow !== undefined && form.current) {
      const from = form.current
      typed.current = field instanceof Element ? field : undefined
      clearTimeout(rest.current)
      rest.current = setTimeout(() => apply(from, true), REST)
    }
  }

  return (
    <search aria-label={label}>
      <form
        ref={form}
        action={action}
        onSubmit={submit}
        onChange={change}
        onBlur={() => {
          isTyping.current = false
        }}
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
  for (const [name, value] of new FormData(form)) {
    if (typeof value !== 'string' || value.trim() === '') continue
    search.append(name, isFigure(form.elements.namedItem(name)) ? plainIfFigure(value).trim() : value.trim())
  }
  const rest = search.toString()
  return rest ? `${action}?${rest}` : action
}

function addressNow(): string {
  return location.pathname + location.search
}

/** Brings fields to the view's, all but one. */
function fill(form: HTMLFormElement, view: URLSearchParams, but: Element | undefined): void {
  for (const field of form.elements) {
    if (!(field instanceof HTMLInputElement || field instanceof HTMLSelectElement)) continue
    if (!field.name || field === but) continue
    const value = view.get(field.name) ?? ''
    if (field instanceof HTMLInputElement && field.type === 'checkbox') field.checked = field.value === value
    else if (isFigure(field) ? plainIfFigure(field.value) !== value : field.value !== value)
      field.value = isFigure(field) ? writeTyped(value) : value
  }
}

function isFigure(field: unknown): field is HTMLInputElement {
  return field instanceof HTMLInputElement && field.inputMode === 'decimal'
}

/** Has the browser say, at its field, which figure could be two; the URL would settle on one of them. */
function areFiguresClear(form: HTMLFormElement): boolean {
  for (const field of form.elements) if (isFigure(field)) field.setCustomValidity(ambiguityOf(field.value))
  return form.reportValidity()
}

function ambiguityOf(text: string): string {
  try {
    if (text.trim() !== '') readTyped(text)
  } catch (error) {
    if (error instanceof AmbiguousFigureError) return error.message
    if (!(error instanceof InvalidInputError)) throw error
  }
  return ''
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
