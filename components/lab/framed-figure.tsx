import type { ReactNode } from 'react'

/** A figure of an experiment alone, for other people's pages and for paper: its title leads to the experiment. */
export function FramedFigure({
  title,
  href,
  children,
}: {
  title: string
  /** address of the experiment with the figures set here */
  href: string
  children: ReactNode
}) {
  return (
    <div className="p-4 print:p-0">
      <h1 className="mb-3 text-base font-medium">
        <a href={href} target="_blank" rel="noreferrer" className="hover:text-signal-text">
          {title}
        </a>
        <span className="ml-2 text-sm font-normal text-muted">Hotswap</span>
      </h1>
      {children}
    </div>
  )
}
