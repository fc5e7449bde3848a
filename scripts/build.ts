import { buildWeb } from './product/build-web'
import { buildWorker } from './product/build-worker'
import { dataFolder, pathsOf } from './product/paths'
import { createSupervisor } from './product/supervisor'

/** Builds the web app, if its sources have changed, and the worker. */
const paths = pathsOf(dataFolder())
try {
  const outcome = await buildWeb(createSupervisor(), paths.log('build'))
  await buildWorker(paths.build)
  console.log(outcome === 'built' ? 'The web app is built.' : 'The build is as new as its sources.')
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
