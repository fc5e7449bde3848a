import { LOCAL_CHAIN_ID } from '@/lib/chain/deployment'
import { config } from '@/lib/server/config'
import { context } from '@/lib/server/context'
import { rollUpStatistics } from '@/lib/server/statistics/roll-up-statistics'
import { seedChain } from './seed/chain'
import { seedData } from './seed/data'

/** Puts the seed in. Safe to stop anywhere and to repeat; its last line is what `npm start` shows of it. */
const server = context()
try {
  await seedData(server.db)
  await rollUpStatistics(server)
  if (server.deployment.chainId !== LOCAL_CHAIN_ID) console.log('figures of the networks')
  else {
    const { positions, registered, listed, sold, offered } = await seedChain({
      ...server,
      rpcUrl: config().RPC_URL,
    })
    const news =
      registered + listed + sold + offered === 0
        ? 'nothing to add'
        : `${listed} listed, ${offered} bid for, ${sold} sold`
    console.log(`figures of the networks; ${positions} demonstration positions, ${news}`)
  }
} finally {
  await server.db.$client.end()
}
