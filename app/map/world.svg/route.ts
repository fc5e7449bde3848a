import { worldSvg } from '@/lib/server/map/world-svg'

export const dynamic = 'force-static'

/** The world's land and borders, drawn once when the product is built. */
export async function GET() {
  return new Response(await worldSvg(), {
    headers: { 'content-type': 'image/svg+xml', 'cache-control': 'public, max-age=604800' },
  })
}
