import { spawnSync } from 'node:child_process'

const program = `
import sys, time
import numpy, scipy
from scipy.optimize import linear_sum_assignment
n = int(sys.argv[1])
costs = numpy.frombuffer(sys.stdin.buffer.read(), dtype=numpy.float64).reshape(n, n).copy()
times = []
for _ in range(int(sys.argv[2])):
    start = time.process_time()
    rows, columns = linear_sum_assignment(costs)
    times.append(time.process_time() - start)
print(scipy.__version__, min(times) * 1000, repr(float(costs[rows, columns].sum())))
`

/** SciPy's linear_sum_assignment on the same costs: version, least processor time in milliseconds, cost. Undefined without it. */
export function scipyAssignment(
  costs: Float64Array,
  n: number,
  runs: number,
): { version: string; milliseconds: number; cost: number } | undefined {
  const input = Buffer.from(costs.buffer, costs.byteOffset, costs.byteLength)
  const { status, stdout } = spawnSync('python3', ['-c', program, String(n), String(runs)], {
    input,
    encoding: 'utf8',
  })
  if (status !== 0) return undefined
  const [version, milliseconds, cost] = stdout.trim().split(' ')
  return { version: version!, milliseconds: Number(milliseconds), cost: Number(cost) }
}
