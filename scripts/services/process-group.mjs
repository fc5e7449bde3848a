import { readdirSync, readFileSync } from 'node:fs'

/**
 * Whether a living process is in the group. Ended processes that nobody has collected do not count: the first process
 * of many containers never collects them.
 * @param {number} group
 */
export function isGroupAlive(group) {
  try {
    process.kill(-group, 0)
  } catch {
    return false
  }
  if (process.platform !== 'linux') return true
  return readdirSync('/proc').some((entry) => /^\d+$/.test(entry) && isLivingMember(entry, group))
}

/**
 * @param {string} pid
 * @param {number} group
 */
function isLivingMember(pid, group) {
  try {
    // pid (name) state parent group …; the name may hold anything, so read from its last bracket
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const [state, , owner] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return Number(owner) === group && state !== 'Z' && state !== 'X'
  } catch {
    return false
  }
}

/**
 * Sends a signal to every process of the group; false when there is none.
 * @param {number} group
 * @param {NodeJS.Signals} signal
 */
export function signalGroup(group, signal) {
  try {
    process.kill(-group, signal)
    return true
  } catch {
    return false
  }
}
