import { parseArgs } from 'node:util'
import { ensureLocalDeployment } from '@/lib/chain/deploy/deployment-file'

/** Deploys to the local node, unless what the deployments file names stands there already. */
const { values } = parseArgs({
  options: {
    rpc: { type: 'string', default: process.env.RPC_URL ?? 'http://127.0.0.1:8545' },
    file: { type: 'string', default: process.env.DEPLOYMENT_FILE ?? '.data/deployments/31337.json' },
  },
})

const { deployment, fresh } = await ensureLocalDeployment({ rpcUrl: values.rpc, file: values.file })
console.log(`${fresh ? 'Deployed' : 'Already deployed'} (${values.file}):`)
console.log(JSON.stringify(deployment, null, 2))
