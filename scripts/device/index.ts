import { runAgent } from './agent'

process.exitCode = await runAgent(process.argv.slice(2), console.log, console.error)
