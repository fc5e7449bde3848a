import { relative } from 'node:path'
import { startPostgres } from '../services/postgres'
import { buildWeb } from './build-web'
import { buildValuationThread } from './build-worker'
import { ensureContracts, startLocalChain } from './chain'
import { checkMemoryOfChain } from './check-memory-of-chain'
import { choosePort } from './choose-port'
import type { Launch } from './launch'
import { migrateDatabase } from './migrate'
import { projectRoot } from './paths'
import { ensureSecrets } from './secrets'
import { seed } from './seed'
import { environmentOfFleet, serverEnvironment } from './server-environment'
import { startWeb } from './start-web'
import { startWorker } from './start-worker'

/** What a step tells the reader, what it gives the next ones, and a remark. */
type Outcome<value> = { outcome: string; value: value; note?: string | undefined }

/** `saveChain` writes the state of a node of ours to disk. */
type Chain = { rpcUrl: string; saveChain?: () => Promise<void> }

/** Brings the parts up, each on those before it. @returns the URL people reach the product at */
export async function bringUp(launch: Launch): Promise<string> {
  const { mode, settings, paths, report, supervisor, lock } = launch

  async function step<value>(name: string, work: () => Promise<Outcome<value>>): Promise<value> {
    const began = Date.now()
    report.begin(name)
    const { outcome, value, note } = await supervisor.during(work())
    report.line(name, outcome, Date.now() - began)
    if (note) report.note(note)
    return value
  }

  const secrets = ensureSecrets(paths.secrets)
  const web = await choosePort('the web server', 'PORT', settings.PORT, 3_000)
  const publicUrl = settings.PUBLIC_URL ?? `http://localhost:${web.port}`

  const databaseUrl = await step('database', async () => {
    if (settings.DATABASE_URL)
      return { outcome: `yours, at ${new URL(settings.DATABASE_URL).host}`, value: settings.DATABASE_URL }
    const { port, note } = await choosePort('PostgreSQL', 'DATABASE_PORT', settings.DATABASE_PORT, 54_320)
    const postgres = await startPostgres({
      directory: paths.postgres,
      port,
      logFile: paths.log('database'),
      password: secrets.databasePassword,
    })
    supervisor.add(postgres)
    const outcome = `PostgreSQL on port ${port}, ${postgres.fresh ? 'a new cluster' : 'with the data of before'}`
    return { outcome, value: postgres.url, note }
  })

  const { rpcUrl, saveChain } = await step<Chain>('chain', async () => {
    if (settings.RPC_URL)
      return {
        outcome: `yours, at ${new URL(settings.RPC_URL).host}`,
        value: { rpcUrl: settings.RPC_URL },
      }
    const { port, note } = await choosePort('the chain', 'RPC_PORT', settings.RPC_PORT, 8_545)
    const chain = await startLocalChain(paths, port)
    supervisor.add(chain, () => chain.keeper.stop())
    const outcome = `anvil on port ${port}, ${chain.resumed ? `from block ${chain.block}` : 'a new chain'}`
    return { outcome, value: { rpcUrl: chain.rpcUrl, saveChain: chain.keeper.save }, note }
  })

  const contracts = await step('contracts', async () => {
    const value = await ensureContracts(rpcUrl, settings.DEPLOYMENT_FILE, paths)
    if (value.fresh) await saveChain?.()
    const file = relative(projectRoot, value.deploymentFile)
    return { outcome: `${value.fresh ? 'deployed' : 'stand'}, see ${file}`, value }
  })

  await step('migrations', async () => {
    const applied = await migrateDatabase(databaseUrl)
    if (contracts.fresh) await checkMemoryOfChain(databaseUrl)
    return { outcome: applied === 0 ? 'none to apply' : `${applied} applied`, value: undefined }
  })

  const environment = serverEnvironment(
    settings,
    secrets,
    contracts,
    { databaseUrl, rpcUrl, publicUrl },
    paths.valuationThread,
  )
  lock.update({ databaseUrl, rpcUrl, deploymentFile: contracts.deploymentFile })

  await step('seed', async () => {
    await buildValuationThread(paths.build)
    const outcome = await seed(supervisor, environmentOfFleet(environment), paths.log('seed'))
    await saveChain?.()
    return { outcome, value: undefined }
  })

  if (mode === 'start')
    await step('build', async () => {
      const outcome = await buildWeb(supervisor, paths.log('build'))
      return { outcome: outcome === 'built' ? 'the web app, anew' : 'as before', value: undefined }
    })

  await step('worker', async () => ({
    outcome: await startWorker({
      ...launch,
      environment: environmentOfFleet(environment),
      databaseUrl,
      rpcUrl,
    }),
    value: undefined,
  }))

  await step('web', async () => ({
    outcome: await startWeb({ ...launch, environment, port: web.port }),
    value: undefined,
    note: web.note,
  }))

  lock.update({ url: publicUrl, parts: supervisor.pids() })
  return publicUrl
}
