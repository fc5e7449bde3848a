import { join } from 'node:path'
import { startService } from '../services/service'
import { waitUntil } from '../services/wait-until'
import type { Launch } from './launch'
import { projectRoot } from './paths'
import { StopError } from './stop-error'

/** Starts Next and waits for its first page. @throws StopError when that page is an error */
export async function startWeb({
  mode,
  settings,
  supervisor,
  paths,
  environment,
  port,
}: Launch & { environment: Record<string, string>; port: number }): Promise<string> {
  const host = settings.HOST ?? '127.0.0.1'
  const next = join(projectRoot, 'node_modules', 'next', 'dist', 'bin', 'next')
  const web = await startService({
    name: 'the web server',
    command: process.execPath,
    args: [next, mode, '--port', String(port), '--hostname', host],
    cwd: projectRoot,
    env: { ...environment, NODE_ENV: mode === 'start' ? 'production' : 'development' },
    logFile: paths.log('web'),
  })
  supervisor.add(web)
  let status = 0
  await waitUntil(
    'the web server answers',
    async () => {
      const response = await fetch(`http://127.0.0.1:${port}/`, {
        redirect: 'manual',
        signal: AbortSignal.timeout(60_000),
      })
      await response.body?.cancel()
      status = response.status
      return true
    },
    { timeout: 120_000, interval: 50 },
  )
  if (status >= 500)
    throw new StopError(
      `The web server answers its first page with ${status}. The last lines of ${web.logFile}:\n\n${web.tail(30)}`,
    )
  return `Next on port ${port}${host === '127.0.0.1' ? '' : ` of ${host}`}`
}
