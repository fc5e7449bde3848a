import { mkdirSync, rmSync, symlinkSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type BuildContext, type BuildOptions, build, context } from 'esbuild'
import { projectRoot } from './paths'

function options(outfile: string): BuildOptions {
  return {
    entryPoints: [join(projectRoot, 'scripts', 'worker.ts')],
    outfile,
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
function linkPackages(outfile: string): void {
  const folder = dirname(outfile)
  mkdirSync(folder, { recursive: true })
  if (folder.startsWith(`${projectRoot}/`)) return
  const link = join(folder, 'node_modules')
  rmSync(link, { force: true })
  symlinkSync(join(projectRoot, 'node_modules'), link)
}

/** Bundles the worker into one file beside its packages. @throws esbuild's errors, with file and line */
export async function buildWorker(outfile: string): Promise<void> {
  linkPackages(outfile)
  await build(options(outfile))
}

/** Bundles it again at every change of its sources, and says so after each bundle that came out whole. */
export async function watchWorker(
  outfile: string,
  onBuild: (outcome: { errors: string[] }) => void,
): Promise<BuildContext> {
  linkPackages(outfile)
  const watched = await context({
    ...options(outfile),
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
