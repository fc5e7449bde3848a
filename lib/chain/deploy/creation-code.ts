import type { Hex } from 'viem'
import conduitController from './generated/conduitController.json'
import devicePositions from './generated/devicePositions.json'
import rewardDistributor from './generated/rewardDistributor.json'
import seaport from './generated/seaport.json'
import settlementZone from './generated/settlementZone.json'
import testDollar from './generated/testDollar.json'

/** Creation bytecode of every contract we deploy, as compiled and committed. Not for browsers: 90 kB. */
export const creationCode = {
  conduitController: conduitController.bytecode as Hex,
  devicePositions: devicePositions.bytecode as Hex,
  rewardDistributor: rewardDistributor.bytecode as Hex,
  seaport: seaport.bytecode as Hex,
  settlementZone: settlementZone.bytecode as Hex,
  testDollar: testDollar.bytecode as Hex,
} satisfies Record<string, Hex>
