// Starts one of our scripts: `node scripts/run.mjs start`. Plain JavaScript that any Node can read, so that a machine
// that lacks something is told what.
const [name, ...rest] = process.argv.slice(2)
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)

if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `Hotswap needs Node 20.19 or newer; this is Node ${process.versions.node}. See https://nodejs.org.`,
  )
  process.exit(1)
}
if (process.platform === 'win32') {
  console.error('Hotswap runs on Linux and macOS; on Windows, run it inside WSL.')
  process.exit(1)
}

const tsx = await import('tsx/esm/api').catch(() => undefined)
if (!tsx) {
  console.error(
    'The dependencies are missing. Run `npm ci` first (with development dependencies: they start it too).',
  )
  process.exit(1)
}

process.argv.splice(2, process.argv.length, ...rest)
tsx.register()
await import(new URL(`./${name}.ts`, import.meta.url).href)
