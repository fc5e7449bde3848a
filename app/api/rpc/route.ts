import { z } from 'zod'
import { handle } from '@/lib/server/http'
import { MAX_BYTES, proxyRpc } from '@/lib/server/rpc/proxy-rpc'
import { sendToNode } from '@/lib/server/rpc/send-to-node'

/** JSON-RPC for wallets and pages: reads and raw transactions, from our own origin. */
export const POST = handle(
  { body: z.unknown(), maxBytes: MAX_BYTES },
  async (_, { body }) => proxyRpc(body, sendToNode),
  { isPartOfPage: true },
)
