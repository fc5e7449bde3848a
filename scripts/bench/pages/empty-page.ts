import { execFileSync, spawn } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '@/scripts/product/paths'
import { waitUntil } from '@/scripts/services/wait-until'

const root = join(projectRoot, '.data', 'bench-empty')
const next = join(projectRoot, 'node_modules', 'next', 'dist', 'bin', 'next')
const PORT = 4_717

const files = {
  'package.json': '{ "private": true, "type": "module" }\n',
  'next.config.js': `export default { poweredByHeader: false, turbopack: { root: ${JSON.stringify(projectRoot)} } }\n`,
  'app/layout.jsx':
    'export default function Layout({ children }) { return <html lang="en"><body>{children}</body></html> }\n',
  'app/page.jsx': 'export default function Page() { return <p>Nothing.</p> }\n',
}

/** Builds an app with one empty page, serves it while `measure` runs, and gives what that found. */
export async function serveEmptyPage<found>(measure: (origin: string) => Promise<found>): Promise<found> {
  rmSync(root, { recursive: true, force: true })
  mkdirSync(join(root, 'app'), { recursive: true })
  for (const [name, text] of Object.entries(files)) writeFileSync(join(root, name), text)
  const env = {
    ...process.env,
    NEXT_TELEMETRY_DISABLED: '1',
    NODE_ENV: 'production' as const,
    NEXT_DIST_DIR: '',
  }
  execFileSync(process.execPath, [next, 'build'], { cwd: root, env, stdio: ['ignore', 'ignore', 'inherit'] })
  const server = spawn(process.execPath, [next, 'start', '--port', `${PORT}`], {
    cwd: root,
    env,
    stdio: 'ignore',
  })
  const origin = `http://localhost:${PORT}`
  try {
    await waitUntil('the empty page answers', async () => (await fetch(origin)).ok, {
      timeout: 60_000,
      interval: 200,
    })
    return await measure(origin)
  } finally {
    server.kill()
  }
}
