import type { WashMark } from './sale'

const links: Record<Extract<WashMark, { test: 'funding-link' }>['kind'], string> = {
  'seller funded buyer':
    'in the thirty days before, at least a fifth of the price had come to the buyer from the seller',
  'price came back':
    'in the thirty days after, at least a fifth of the price came back to the buyer from the seller',
  'same source': 'at least a fifth of the price had come to both from one account',
  'sold to each other':
    'within thirty days the buyer sold the seller another position, for at least a fifth of the price',
}

/** Why a sale is left out of reference prices, in words that follow “left out: ”. */
export function markWords(mark: WashMark): string {
  if (mark.test === 'self-fill') return 'buyer and seller are one account'
  if (mark.test === 'funding-link') return links[mark.kind]
  return mark.sales.length === 1
    ? 'within thirty days the position was given back to its seller'
    : `the position came back to an account that had sold it, in ${mark.sales.length} sales within thirty days`
}

export function marksInWords(marks: readonly WashMark[]): string {
  return marks.map(markWords).join('; ')
}
