import type { ReactNode } from 'react'

/** An experiment's answer in words, before its figures: what comes out, and what to do with it. */
export function Answer({
  children,
  todo,
}: {
  children: ReactNode
  /** what follows for whom: "operator", "network" */
  todo?: readonly { who: string; what: ReactNode }[]
}) {
  return (
    <div className="mb-8 min-h-16 max-w-4xl border-l-2 border-ink pl-4">
      <p className="text-lg">{children}</p>
      {todo && todo.length > 0 && (
        <dl className="mt-3 grid gap-x-6 gap-y-1.5 text-sm sm:grid-cols-[7rem_1fr]">
          {todo.map(({ who, what }) => (
            <div key={who} className="contents">
              <dt className="text-muted">{who}</dt>
              <dd className="max-w-prose">{what}</dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  )
}

/** A figure within a sentence. */
export function Told({ children }: { children: ReactNode }) {
  return <strong className="figures font-medium whitespace-nowrap">{children}</strong>
}
