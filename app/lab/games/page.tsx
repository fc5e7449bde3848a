import type { Metadata } from 'next'
import { readGame } from '@/components/lab/games/game-draft'
import { Games } from '@/components/lab/games/games'
import { LabTitle } from '@/components/lab/lab-title'
import { ErrorNote } from '@/components/ui'

export const metadata: Metadata = {
  title: 'Games',
  description:
    'Every equilibrium of a game of two players, in exact fractions, each with the proof that nobody gains by deviating.',
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function GamesPage({ searchParams }: Props) {
  const { draft, problem } = readGame(await searchParams)
  return (
    <>
      <LabTitle title="Games">
        Where do two players come to rest, and why does nobody leave? Up to eight strategies each: every
        equilibrium in exact fractions, with its proof.
      </LabTitle>
      {problem && (
        <div className="mb-6">
          <ErrorNote error={{ message: problem }} />
        </div>
      )}
      <Games start={draft} />
    </>
  )
}
