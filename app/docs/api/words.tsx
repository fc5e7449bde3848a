/** A sentence of the document; what stands in backticks is code. */
export function Words({ text = '' }: { text?: string | undefined }) {
  return text.split('`').map((part, i) =>
    i % 2 === 0 ? (
      part
    ) : (
      <code key={`${part}`} className="font-mono text-[0.92em] text-ink">
        {part}
      </code>
    ),
  )
}
