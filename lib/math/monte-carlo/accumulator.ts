/** Mean of a stream of observations with its standard error, in one pass (Welford 1962). */
export class Accumulator {
  count = 0
  mean = 0
  private squares = 0

  add(x: number): void {
    this.count += 1
    const delta = x - this.mean
    this.mean += delta / this.count
    this.squares += delta * (x - this.mean)
  }

  /** Sample variance (n − 1); NaN below two observations. */
  get variance(): number {
    return this.count > 1 ? this.squares / (this.count - 1) : Number.NaN
  }

  get standardError(): number {
    return Math.sqrt(this.variance / this.count)
  }
}

/**
 * The same with a control variate, whose true mean is known: the observations are moved by −β (control − its mean),
 * with β by least squares. β comes from the same sample, which biases the mean by the order of 1 / n.
 */
export class ControlledAccumulator {
  private readonly own = new Accumulator()
  private readonly control = new Accumulator()
  private products = 0

  constructor(private readonly controlMean: number) {}

  add(x: number, control: number): void {
    const delta = x - this.own.mean
    this.own.add(x)
    this.control.add(control)
    this.products += delta * (control - this.control.mean)
  }

  get count(): number {
    return this.own.count
  }

  private get beta(): number {
    const spread = this.control.variance * (this.count - 1)
    return spread > 0 ? this.products / spread : 0
  }

  get mean(): number {
    return this.own.mean - this.beta * (this.control.mean - this.controlMean)
  }

  get standardError(): number {
    const n = this.count
    if (n < 3) return Number.NaN
    const rest = this.own.variance * (n - 1) - this.beta * this.products
    return Math.sqrt(Math.max(rest, 0) / (n - 2) / n)
  }
}
