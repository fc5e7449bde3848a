import Link from 'next/link'

const experiments = [
  {
    href: '/lab/circulation',
    name: 'Circulation gap',
    question: 'What would devices gain if they could move freely between networks?',
    method: 'an equilibrium of moves on the networks’ real pools, dilution and switching included',
  },
  {
    href: '/lab/flywheel',
    name: 'Flywheel',
    question: 'Which networks spin up, and which unwind?',
    method: 'growth of rewards, nodes and reward per node over a quarter',
  },
  {
    href: '/lab/network-effects',
    name: 'Network effects',
    question: 'What does the next node add, and what does it take from the others?',
    method: 'five laws, growth rates with robust errors, a cointegration test',
  },
  {
    href: '/lab/designs',
    name: 'Token designs',
    question: 'What do emission, burning and staking do to price, supply and operators?',
    method: 'two designs simulated on one demand and real operators’ costs',
  },
  {
    href: '/lab/entry',
    name: 'Free entry',
    question: 'How many devices does a reward pool carry?',
    method: 'running costs of the relay network’s operators; stable points and critical mass',
  },
  {
    href: '/lab/congestion',
    name: 'Congestion',
    question: 'What do operators lose by each choosing for itself, and which toll would mend it?',
    method: 'equilibrium and optimum over the networks’ real pools; Rosenthal’s potential, Pigou’s toll',
  },
  {
    href: '/lab/games',
    name: 'Games',
    question: 'Where do two players come to rest, and why does nobody leave?',
    method: 'every equilibrium in exact fractions with its proof; learning; ten known games, and your own',
  },
  {
    href: '/lab/auctions',
    name: 'Auctions',
    question: 'Who wins, who pays what, and what would a lie gain?',
    method: 'one price, McAfee, Vickrey–Clarke–Groves and Myerson’s reserve on the market’s own orders',
  },
  {
    href: '/lab/honesty',
    name: 'Honesty',
    question: 'How large must a bond be so that nobody gains from a false report?',
    method: 'the inspection game in closed form',
  },
] as const

/** What can be asked here. */
export function LabIndex() {
  return (
    <ul className="border-t border-ink">
      {experiments.map(({ href, name, question, method }) => (
        <li key={href} className="border-b border-rule">
          <Link
            prefetch={false}
            href={href}
            className="grid gap-x-6 py-3 hover:bg-sunken sm:grid-cols-[12rem_1fr] lg:grid-cols-[14rem_1fr_1fr]"
          >
            <span className="font-medium">{name}</span>
            <span>{question}</span>
            <span className="text-muted max-lg:col-start-2 max-sm:col-start-1">{method}</span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
