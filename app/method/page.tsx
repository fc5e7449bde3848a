import 'katex/dist/katex.min.css'
import type { Metadata } from 'next'
import { MethodView } from '@/components/method/method-view'
import { readMethodFigures } from '@/lib/server/calibration/read-method-figures'
import { readAssumptions } from '@/lib/server/valuations/read-assumptions'

export const metadata: Metadata = {
  title: 'Method',
  description: 'How a position’s value is computed: definitions, formulas, assumptions and limits.',
}

export default async function MethodPage() {
  return <MethodView assumptions={await readAssumptions()} figures={readMethodFigures()} />
}
