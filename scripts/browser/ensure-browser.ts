import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../product/paths'
import { type Browser, findBrowser } from './find-browser'

/** Tries to start it, which tells of libraries the system lacks. */
function starts({ path }: Browser): boolean {
  return spawnSync(path, ['--version'], { timeout: 30_000, stdio: 'ignore' }).status === 0
}

function runs(command: string, args: string[]): boolean {
  console.log(`  ${command} ${args.join(' ')}`)
  return spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'], timeout: 600_000 }).status === 0
}

/** The ways to come by a browser, the least intrusive first. */
const ways: { name: string; applies: () => boolean; install: () => boolean }[] = [
  {
    name: 'Playwright’s own',
    applies: () => true,
    install: () => {
      const cli = join(projectRoot, 'node_modules', '@playwright', 'test', 'cli.js')
      if (!runs(process.execPath, [cli, 'install', 'chromium'])) return false
      const browser = findBrowser()
      return (
        browser !== undefined &&
        (starts(browser) || runs(process.execPath, [cli, 'install-deps', 'chromium']))
      )
    },
  },
  {
    name: 'the system’s',
    applies: () => process.getuid?.() === 0 && existsSync('/usr/bin/apt-get'),
    install: () =>
      runs('apt-get', ['update', '-q']) &&
      runs('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium']),
  },
]

/**
 * A Chromium that starts; installs one when the machine has none.
 * @throws Error that names what is missing and each way to mend it
 */
export function ensureBrowser(): Browser {
  const standing = findBrowser()
  if (standing && starts(standing)) return standing
  console.log('  No Chromium that starts was found; installing one:')
  for (const way of ways) {
    if (!way.applies() || !way.install()) continue
    const browser = findBrowser()
    if (browser && starts(browser)) return browser
  }
  throw new Error(
    [
      standing
        ? `${standing.path} does not start (a library may be missing).`
        : 'There is no Chromium on this machine.',
      'Do one of these, then run again:',
      '  npx playwright install --with-deps chromium',
      '  apt-get install chromium            (Debian, Ubuntu; as root)',
      '  CHROMIUM_PATH=/path/to/chromium     (one that you have)',
    ].join('\n'),
  )
}
