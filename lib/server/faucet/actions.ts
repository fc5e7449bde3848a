'use server'

import { publicAction } from '../action'
import { topUp, topUpInput } from './top-up'

/** `{ address }` → test ether and test dollars, on the local chain alone; answers the balances afterwards. */
export const takeTestMoney = publicAction(topUpInput, topUp)
