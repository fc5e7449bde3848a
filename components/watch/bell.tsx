import Link from 'next/link'

/** Leads to alerts and what is watched; says how many alerts were not read. */
export function Bell({ unread }: { unread: number }) {
  return (
    <Link
      href="/watching"
      prefetch={false}
      aria-label={unread === 0 ? 'Alerts' : `Alerts, ${unread} not read`}
      title="Alerts"
      className="relative inline-grid size-8 place-items-center rounded text-muted hover:bg-sunken hover:text-ink"
    >
      <svg aria-hidden viewBox="0 0 14 16" className="h-4 fill-none stroke-current" strokeWidth="1.3">
        <path d="M2.5 11.5V7a4.5 4.5 0 0 1 9 0v4.5l1.2 1.2H1.3zM5.5 14.8h3M7 2.5V1" />
      </svg>
      {unread > 0 && (
        <span
          aria-hidden
          className="figures absolute -top-0.5 -right-1 min-w-4 rounded-full bg-signal px-1 text-center text-[0.625rem] leading-4 text-on-signal"
        >
          {unread > 99 ? '99+' : unread}
        </span>
      )}
    </Link>
  )
}
