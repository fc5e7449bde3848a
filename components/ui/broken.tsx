'use client'

import { Button, LinkButton } from './button'
import { ErrorNote } from './error-note'

/** Stands in for a page that broke: what happened, what was kept, what to do. */
export function Broken({ error, retry }: { error: unknown; retry: () => void }) {
  const digest = error instanceof Error && 'digest' in error ? String(error.digest) : undefined
  return (
    <div className="mx-auto max-w-prose py-16">
      <h1 className="mb-4 text-2xl font-medium tracking-tight">This page could not be read</h1>
      <ErrorNote
        error={{ message: 'The database or the server did not answer as it should.' }}
        action={
          <>
            <Button onClick={retry}>Try again</Button>
            <LinkButton href="/" variant="quiet">
              To the first page
            </LinkButton>
          </>
        }
      >
        Nothing was changed; orders and transactions are untouched.
        {digest && (
          <>
            {' '}
            In our log as <span className="figures">{digest}</span>.
          </>
        )}
      </ErrorNote>
    </div>
  )
}
