import { type NextRequest, NextResponse } from 'next/server'
import { FRAMED } from '@/lib/server/http/framed'

/** Pages under /embed stand alone in other people's pages: the layout is told, and leaves its own frame away. */
export function proxy(request: NextRequest): NextResponse {
  const headers = new Headers(request.headers)
  headers.set(FRAMED, '1')
  return NextResponse.next({ request: { headers } })
}

export const config = { matcher: '/embed/:path*' }
