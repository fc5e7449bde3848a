'use client'

import Link from 'next/link'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { classNames } from '@/components/ui/class-names'
import { Input } from '@/components/ui/input'
import { addSearch } from '@/lib/market/saved-search'
import { useSavedSearches } from './use-saved-searches'

/** Views of the market that this browser keeps under a name: kept, opened and forgotten here. */
export function SavedSearches({
  search,
  suggestion,
}: {
  /** the view that is shown, as in its URL */
  search: string
  /** a name for it */
  suggestion: string
}) {
  const [saved, keep] = useSavedSearches()
  const [isNaming, setNaming] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)

  const wasNaming = useRef(false)
  useEffect(() => {
    if (wasNaming.current && !isNaming) opener.current?.focus()
    wasNaming.current = isNaming
  }, [isNaming])

  const close = () => setNaming(false)

  function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const name = new FormData(event.currentTarget).get('name')
    if (typeof name === 'string' && name.trim() !== '') keep(addSearch(saved, name, search))
    close()
  }

  return (
    <div className="flex flex-wrap items-center gap-1.5 sm:ml-auto">
      {saved.length > 0 && (
        <ul aria-label="Saved searches" className="flex flex-wrap gap-1.5">
          {saved.map((one) => (
            <li
              key={one.name}
              className={classNames(
                'inline-flex min-h-7 items-stretch rounded border text-sm',
                one.search === search ? 'border-ink' : 'border-rule',
              )}
            >
              <Link
                href={one.search ? `/market?${one.search}` : '/market'}
                scroll={false}
                prefetch={false}
                aria-current={one.search === search ? 'true' : undefined}
                className="flex max-w-56 items-center truncate pl-2 hover:text-signal-text"
              >
                <span className="truncate">{one.name}</span>
              </Link>
              <button
                type="button"
                aria-label={`Forget ${one.name}`}
                onClick={() => {
                  keep(saved.filter(({ name }) => name !== one.name))
                  opener.current?.focus()
                }}
                className="min-w-7 cursor-pointer px-2 text-muted hover:text-ink"
              >
                <span aria-hidden>✕</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {isNaming ? (
        <form
          onSubmit={save}
          onKeyDown={(event) => event.key === 'Escape' && close()}
          className="flex items-center gap-1.5"
        >
          <Input
            name="name"
            aria-label="Name of the view"
            defaultValue={suggestion.slice(0, 60)}
            maxLength={60}
            required
            autoFocus
            onFocus={(event) => event.currentTarget.select()}
            className="min-h-7! w-52!"
          />
          <Button type="submit" size="sm">
            Keep
          </Button>
          <Button size="sm" variant="quiet" onClick={close}>
            Cancel
          </Button>
        </form>
      ) : (
        <Button ref={opener} size="sm" variant="quiet" onClick={() => setNaming(true)}>
          Save this view
        </Button>
      )}
    </div>
  )
}
