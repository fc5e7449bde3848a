import { mkdirSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { type BuildContext, type BuildOptions, build, context } from 'esbuild'
import { projectRoot } from './paths'

/** What runs outside Next: the worker process, and the threads that value positions and plan fleets for any process. */
const entries = {
  worker: join(projectRoot, 'scripts', 'worker.ts'),
  'valuation-thread': join(projectRoot, 'lib', 'server', 'valuations', 'pool', 'thread.ts'),
  'basket-thread': join(projectRoot, 'lib', 'server', 'baskets', 'thread', 'thread.ts'),
  'fleet-thread': join(projectRoot, 'lib', 'server', 'fleet', 'thread.ts'),
}

function options(folder: string, entryPoints: Record<string, string> = entries): BuildOptions {
  return {
    entryPoints,
    outdir: folder,
    bundle: true,
    packages: 'external',
    alias: { '@': projectRoot },
    platform: 'node',
    format: 'esm',
    target: 'node20.19',
    sourcemap: true,
    logLevel: 'silent',
  }
}

/** A bundle outside the project finds its packages through a link beside it. */
function linkPackages(folder: string): void {
  mkdirSync(folder, { recursive: true })
  if (folder.startsWith(`${projectRoot}/`)) return
  const link = join(folder, 'node_modules')
  rmSync(link, { force: true })
  symlinkSync(join(projectRoot, 'node_modules'), link)
}

/** Bundles the worker and its thread, each into one file beside their packages. @throws esbuild's errors, with file and line */
export async function buildWorker(folder: string): Promise<void> {
  linkPackages(folder)
  await build(options(folder))
}

/** Bundles the valuation thread alone: the seed needs it before there is a worker. */
export async function buildValuationThread(folder: string): Promise<void> {
  linkPackages(folder)
  await build(options(folder, { 'valuation-thread': entries['valuation-thread'] }))
}

/** Bundles the thread of baskets alone. */
export async function buildBasketThread(folder: string): Promise<void> {
  linkPackages(folder)
  await build(options(folder, { 'basket-thread': entries['basket-thread'] }))
}

/** Bundles it again at every change of its sources, and says so after each bundle that came out whole. */
export async function watchWorker(
  folder: string,
  onBuild: (outcome: { errors: string[] }) => void,
): Promise<BuildContext> {
  linkPackages(folder)
  const watched = await context({
    ...options(folder),
    plugins: [
      {
        name: 'tell',
        setup(pluginBuild) {
          pluginBuild.onEnd((result) => onBuild({ errors: result.errors.map((error) => error.text) }))
        },
      },
    ],
  })
  await watched.watch()
  return watched
}
