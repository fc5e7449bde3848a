import { bad, type Finding, good } from './finding'

/** Node itself; run.mjs has refused older ones before we come here. */
export function checkNode(): Finding {
  const known = ['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64']
  const machine = `${process.platform}-${process.arch}`
  return known.includes(machine)
    ? good('Node', `${process.versions.node} on ${machine}`)
    : bad('Node', `${process.versions.node} on ${machine}`, `Run Hotswap on one of ${known.join(', ')}.`)
}
