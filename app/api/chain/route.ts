import { config } from '@/lib/server/config'
import { handle } from '@/lib/server/http'

/** Which chain this Hotswap stands on, where its contracts are, and which wallets beside the browser's can connect. */
export const GET = handle(
  {},
  async ({ deployment }) => {
    const { WALLETCONNECT_PROJECT_ID } = config()
    return {
      ...deployment,
      ...(WALLETCONNECT_PROJECT_ID && { walletConnectProjectId: WALLETCONNECT_PROJECT_ID }),
    }
  },
  { isPartOfPage: true },
)
