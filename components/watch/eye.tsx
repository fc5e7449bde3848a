/** The sign of watching; filled by a button that is pressed, or by `filled`. */
export function Eye({ filled }: { filled?: boolean }) {
  return (
    <svg aria-hidden viewBox="0 0 16 12" className="w-4 fill-none stroke-current" strokeWidth="1.3">
      <path d="M1 6s2.5-4.5 7-4.5S15 6 15 6s-2.5 4.5-7 4.5S1 6 1 6Z" />
      <circle
        cx="8"
        cy="6"
        r="2"
        className={
          filled
            ? 'fill-signal stroke-signal-text'
            : 'in-aria-pressed:fill-signal in-aria-pressed:stroke-signal-text'
        }
      />
    </svg>
  )
}
