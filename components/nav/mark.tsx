/** Our sign is the value bar: a line, a tick at the median, a dot where the price is. */
export function Mark({ className }: { className?: string }) {
  return (
    <svg aria-hidden viewBox="0 0 28 16" className={className}>
      <path d="M1 8h26M17 2v12" className="fill-none stroke-ink" strokeWidth="1.75" />
      <circle cx="9" cy="8" r="4.25" className="fill-signal stroke-paper" strokeWidth="1.5" />
    </svg>
  )
}
