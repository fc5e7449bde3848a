/**
 * How many Newey–West errors a 90 % interval reaches either way. The errors are themselves estimated from few months;
 * against the bandwidth's share b = (lags + 1) / n of the sample the t-ratio has this quantile and not the normal's 1.645,
 * which is its limit for b → 0. Bartlett weights, 95 % one-sided.
 * Source: Kiefer & Vogelsang (2005), Econometric Theory 21, table 1.
 */
export function robustQuantile90(lags: number, n: number): number {
  const b = (lags + 1) / n
  return 1.6449 + 2.1859 * b + 0.3142 * b ** 2 - 0.3427 * b ** 3
}
