"""Times NumPy on the two path benchmarks; prints JSON, milliseconds of the best of several runs."""
import json
import time

import numpy as np


def best(work, runs=7):
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return 1000 * min(times)


def gbm():
    rng = np.random.default_rng(1)
    return 100 * np.exp((0.05 - 0.02) + 0.2 * rng.standard_normal(1_000_000))


def jumps():
    rng = np.random.default_rng(1)
    paths, steps, dt = 100_000, 52, 1 / 52
    drift = (0.05 - 3 * (np.exp(-0.1 + 0.5 * 0.15**2) - 1) - 0.02) * dt
    x = drift + 0.2 * np.sqrt(dt) * rng.standard_normal((paths, steps))
    n = rng.poisson(3 * dt, (paths, steps))
    where = np.nonzero(n)
    counts = n[where]
    x[where] += -0.1 * counts + 0.15 * np.sqrt(counts) * rng.standard_normal(counts.size)
    return 100 * np.exp(x.sum(axis=1))


print(json.dumps({"version": np.__version__, "gbm": best(gbm), "jumps": best(jumps)}))
