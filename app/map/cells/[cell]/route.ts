import { cellSvg } from '@/lib/server/map/cell-svg'

const WEEK = 604_800

/** The maps of one H3 cell; a cell never moves. */
export async function GET(_request: Request, { params }: { params: Promise<{ cell: string }> }) {
  const { cell } = await params
  const svg = await cellSvg(cell)
  if (!svg) return new Response('No such H3 cell.', { status: 404 })
  return new Response(svg, {
    headers: { 'content-type': 'image/svg+xml', 'cache-control': `public, max-age=${WEEK}` },
  })
}
