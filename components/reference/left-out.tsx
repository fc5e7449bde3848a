import { Tag } from '@/components/ui'
import { marksInWords } from '@/lib/market/reference-price/mark-words'
import type { WashMark } from '@/lib/market/reference-price/sale'

/** Stands beside a sale that failed a wash test: it is on the record, and in no reference price. */
export function LeftOut({ marks, inFull }: { marks: readonly WashMark[] | undefined; inFull?: boolean }) {
  if (!marks || marks.length === 0) return null
  const words = marksInWords(marks)
  return (
    <>
      <Tag look="warning" title={`Left out of reference prices: ${words}.`}>
        left out
      </Tag>
      {inFull ? (
        <span className="block text-sm font-normal text-muted">Left out of reference prices: {words}.</span>
      ) : (
        <span className="sr-only">of reference prices: {words}</span>
      )}
    </>
  )
}
