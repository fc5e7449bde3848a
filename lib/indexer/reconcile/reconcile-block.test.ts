import fc from 'fast-check'
import { type Hex, keccak256, stringToHex } from 'viem'
import { expect, test } from 'vitest'
import { type LightBlock, type LocalChain, reconcileBlock } from './reconcile-block'

const hashes = new Map<string, Hex>()
function hashOf(name: string): Hex {
  const hash = hashes.get(name) ?? keccak256(stringToHex(name))
  hashes.set(name, hash)
  return hash
}

/** Blocks `from`…`to` of a branch that leaves the branch `base` after block `fork`. */
function branch(name: string, from: number, to: number, base = name, fork = -1): LightBlock[] {
  const hash = (number: number) => hashOf(`${number > fork ? name : base}:${number}`)
  return Array.from({ length: to - from + 1 }, (_, index) => {
    const number = from + index
    return { number, hash: hash(number), parentHash: hash(number - 1) }
  })
}

const local: LocalChain = { blocks: branch('a', 100, 110), finalized: 100, startBlock: 5 }
const at = (blocks: LightBlock[], number: number) => blocks.find((block) => block.number === number)!

test('our tip again is known', () => {
  expect(reconcileBlock(local, at(branch('a', 100, 110), 110))).toEqual({ case: 'known' })
})

test('a lower block of ours, or one too low to tell, is a late node', () => {
  expect(reconcileBlock(local, at(branch('a', 100, 110), 104))).toEqual({ case: 'behind' })
  expect(reconcileBlock(local, at(branch('b', 50, 60), 55))).toEqual({ case: 'behind' })
})

test('the child of our tip is next', () => {
  expect(reconcileBlock(local, at(branch('a', 111, 111), 111))).toEqual({ case: 'next' })
})

test('a higher block leaves a gap', () => {
  expect(reconcileBlock(local, at(branch('a', 120, 120), 120))).toEqual({ case: 'gap', from: 111, to: 119 })
})

test('a block whose parent is ours, below the tip, is a reorganisation', () => {
  const fork = branch('b', 107, 112, 'a', 106)
  expect(reconcileBlock(local, at(fork, 107))).toEqual({ case: 'reorg', ancestor: 106 })
})

test('a block whose parent is not ours is detached until its branch is followed down', () => {
  const fork = branch('b', 105, 112, 'a', 104)
  expect(reconcileBlock(local, at(fork, 111))).toEqual({ case: 'detached', parentHash: at(fork, 110).hash })
  expect(reconcileBlock(local, at(fork, 106))).toEqual({ case: 'detached', parentHash: at(fork, 105).hash })
})

test('a branch that leaves at the finality line can be followed, one that leaves below cannot', () => {
  expect(reconcileBlock(local, at(branch('b', 101, 112, 'a', 100), 101))).toEqual({
    case: 'reorg',
    ancestor: 100,
  })
  expect(reconcileBlock(local, at(branch('b', 101, 112, 'a', 99), 101))).toEqual({
    case: 'below_finality',
    number: 100,
  })
  expect(reconcileBlock(local, at(branch('b', 100, 112, 'a', 99), 100))).toEqual({
    case: 'below_finality',
    number: 100,
  })
})

test('an empty database begins at its start block', () => {
  const empty: LocalChain = { blocks: [], finalized: 4, startBlock: 5 }
  expect(reconcileBlock(empty, at(branch('a', 5, 5), 5))).toEqual({ case: 'next' })
  expect(reconcileBlock(empty, at(branch('a', 9, 9), 9))).toEqual({ case: 'gap', from: 5, to: 8 })
  expect(reconcileBlock(empty, at(branch('a', 3, 3), 3))).toEqual({ case: 'behind' })
})

test('the very first block can be replaced while it is not final', () => {
  const young: LocalChain = { blocks: branch('a', 5, 7), finalized: 4, startBlock: 5 }
  expect(reconcileBlock(young, at(branch('b', 5, 8), 5))).toEqual({ case: 'reorg', ancestor: 4 })
})

test('following any branch down ends, and ends right', () => {
  fc.assert(
    fc.property(fc.integer({ min: 90, max: 115 }), fc.integer({ min: 101, max: 125 }), (fork, head) => {
      const remote = branch('b', 80, 125, 'a', fork)
      let block = at(remote, Math.min(head, 111))
      for (let steps = 0; steps <= 12; steps++) {
        const found = reconcileBlock(local, block)
        if (found.case !== 'detached') {
          const common = Math.min(fork, 110)
          if (found.case === 'reorg') return found.ancestor === common && common >= 100
          if (found.case === 'next') return fork >= 110
          if (found.case === 'below_finality') return fork < 100
          return found.case === 'known' || found.case === 'behind' ? block.number <= fork : false
        }
        block = at(remote, block.number - 1)
      }
      return false
    }),
    { seed: 1, numRuns: 2_000 },
  )
})
