import { describe, expect, it } from 'vitest'
import { nelderMead } from './nelder-mead'

describe('nelderMead', () => {
  it('finds the minimum of Rosenbrock’s valley at (1, 1)', () => {
    const rosenbrock = ([x, y]: readonly number[]) => (1 - x!) ** 2 + 100 * (y! - x! * x!) ** 2
    const { point, converged } = nelderMead(rosenbrock, [-1.2, 1], [0.5, 0.5])
    expect(converged).toBe(true)
    expect(point[0]).toBeCloseTo(1, 4)
    expect(point[1]).toBeCloseTo(1, 4)
  })

  it('treats NaN as a wall', () => {
    const { point } = nelderMead(([x]) => (x! < 0.5 ? Number.NaN : x! * x!), [2], [0.5])
    expect(point[0]).toBeCloseTo(0.5, 3)
  })

  it('stops at its budget and says so', () => {
    const result = nelderMead(([x]) => (x! - 3) ** 2, [0], [1], { maxEvaluations: 5, valueTolerance: 0 })
    expect(result.converged).toBe(false)
    expect(result.evaluations).toBeLessThanOrEqual(7)
  })
})
