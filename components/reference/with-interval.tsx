/** A figure with its 90 % interval under it. */
export function WithInterval({ figure, low, high }: { figure: string; low: string; high: string }) {
  return (
    <>
      <span className="font-medium">{figure}</span>
      <span className="block text-xs text-muted">
        {low} – {high}
      </span>
    </>
  )
}
