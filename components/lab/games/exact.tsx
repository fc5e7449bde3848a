import { formatDecimal } from '@/lib/core/format'
import { parseRational, toNumber } from '@/lib/mechanism/games/rational'

/** An exact fraction: as it is where that is short, else to four decimals with the fraction behind it. */
export function Exact({ text }: { text: string }) {
  if (text.length <= 9) return <span className="figures">{text.replace('-', '−')}</span>
  return (
    <span className="figures" title={text.replace('-', '−')}>
      {formatDecimal(toNumber(parseRational(text)), 4)}
    </span>
  )
}
