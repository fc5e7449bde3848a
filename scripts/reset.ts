import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join, relative } from 'node:path'
import { dataFolder, pathsOf, projectRoot } from './product/paths'
import { currentRun, describeRun } from './product/run-lock'
import { awayHome } from './services/postgres-home'

/** Removes everything a run keeps: the database, the chain, its contracts, secrets, logs. The next start begins anew. */
const paths = pathsOf(dataFolder())
const run = currentRun(paths.lock)
const away = awayHome(paths.postgres)

function remove(folder: string): void {
  const leaving = `${folder}.removing`
  rmSync(leaving, { recursive: true, force: true })
  try {
    // one step takes it away whole, however long its removal lasts
    renameSync(folder, leaving)
    rmSync(leaving, { recursive: true, force: true })
  } catch {
    // a mount point cannot be moved
    for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true, force: true })
  }
}

if (run) {
  console.error(`Nothing was removed. ${describeRun(run)}`)
  process.exitCode = 1
} else {
  const folders = [paths.data, away].filter((folder) => existsSync(folder))
  for (const folder of folders) remove(folder)
  const names = folders.map((folder) => relative(projectRoot, folder)).join(' and ')
  console.log(
    folders.length === 0
      ? 'There is nothing to remove: no run has kept anything here.'
      : `Removed ${names}: the database, the chain and everything registered on it, the secrets and the logs. The next \`npm start\` begins anew.`,
  )
}
