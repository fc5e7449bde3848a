import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The project's folder. */
export const projectRoot = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '')

/** Where everything that is not source is kept: `.data`, or the folder HOTSWAP_DATA names. */
export function dataFolder(environment: NodeJS.ProcessEnv = process.env): string {
  return environment.HOTSWAP_DATA ? resolve(environment.HOTSWAP_DATA) : join(projectRoot, '.data')
}

export function pathsOf(data: string) {
  return {
    data,
    lock: join(data, 'run.json'),
    secrets: join(data, 'secrets.json'),
    postgres: join(data, 'postgres'),
    anvil: join(data, 'anvil'),
    chainState: join(data, 'anvil', 'state.gz'),
    chainGenesis: join(data, 'anvil', 'genesis'),
    deployment: join(data, 'deployments', '31337.json'),
    build: join(data, 'build'),
    worker: join(data, 'build', 'worker.js'),
    valuationThread: join(data, 'build', 'valuation-thread.js'),
    log: (part: string) => join(data, 'logs', `${part}.log`),
  }
}

export type Paths = ReturnType<typeof pathsOf>
