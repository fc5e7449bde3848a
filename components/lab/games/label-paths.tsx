import { Table, Td, Th, Tr } from '@/components/ui'
import type { GameAnalysis } from '@/lib/mechanism/games/analyse-game'
import { type GameNames, labelName } from './strategy-names'

/** Lemke and Howson's way from each label to an equilibrium. */
export function LabelPaths({ analysis: { paths }, names }: { analysis: GameAnalysis; names: GameNames }) {
  return (
    <Table caption="Lemke–Howson paths" className="max-lg:min-w-[32rem]">
      <thead>
        <tr>
          <Th>Label given up</Th>
          <Th>Labels taken up on the way</Th>
          <Th numeric>Pivots</Th>
          <Th numeric>Equilibrium</Th>
        </tr>
      </thead>
      <tbody>
        {paths.map(({ path, end }) => (
          <Tr key={path[0]}>
            <Td className="whitespace-nowrap">{labelName(names, path[0]!)}</Td>
            <Td className="text-sm text-muted">
              {path
                .slice(1)
                .map((label) => labelName(names, label))
                .join(' → ')}
            </Td>
            <Td numeric>{path.length - 1}</Td>
            <Td numeric>
              <a href={`#equilibrium-${end + 1}`} className="link">
                {end + 1}
              </a>
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  )
}
