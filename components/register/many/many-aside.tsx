/** What registering many takes, beside the form. */
export function ManyAside({ mintAtOnce }: { mintAtOnce: number }) {
  return (
    <div className="grid content-start gap-6 self-start text-sm lg:sticky lg:top-18">
      <section>
        <h2 className="mb-1.5 font-medium">How it goes</h2>
        <ol className="grid gap-1 text-muted [&>li]:border-t [&>li]:border-rule [&>li]:pt-1">
          <li>The file is judged; each good row becomes a challenge to its device.</li>
          <li>The devices sign: one command answers for a whole fleet, or each device answers alone.</li>
          <li>
            Your wallet mints, <span className="figures">{mintAtOnce}</span> positions a transaction. You pay
            the gas, and no fee of ours.
          </li>
        </ol>
      </section>
      <section>
        <h2 className="mb-1.5 font-medium">What stays private</h2>
        <ul className="grid gap-1 text-muted [&>li]:border-t [&>li]:border-rule [&>li]:pt-1">
          <li>the devices’ private keys: the file holds public ones</li>
          <li>exact places: only the H3 cell of about 250 km² is given</li>
        </ul>
      </section>
    </div>
  )
}
