import { devicePositionsAbi } from '@/lib/chain/abi/generated/devicePositions'
import { orderFromJson } from '@/lib/chain/seaport/order-components'
import { createSeaportJs, forSeaportJs } from '@/test/seaport-js'
import { findListing, postSeaportJsOrder } from './support/orders'
import { buy, connect, list, registerDemoDevice } from './support/steps'
import { expect, test } from './support/test'

test('A listing signed through seaport-js is bought in our page', async ({ newPerson, chain, baseURL }) => {
  const seller = await newPerson()
  const buyer = await newPerson()
  await seller.page.goto('/register')
  await connect(seller.page, 'Test wallet')
  const id = await registerDemoDevice(seller.page, 'Listed elsewhere')

  await test.step('The seller signs with seaport-js and posts the order', async () => {
    const { deployment, client, url } = chain
    const theirs = createSeaportJs({ ...deployment, rpcUrl: url, privateKey: seller.privateKey })
    await chain.approvePosition(seller.wallet.account, id)
    const block = await client.getBlock()
    const { executeAllActions } = await theirs.seaport.createOrder({
      offer: [{ itemType: 2, token: deployment.positions, identifier: id.toString() }],
      consideration: [{ token: deployment.dollar, amount: '55000000' }],
      fees: [{ recipient: deployment.fee.recipient, basisPoints: deployment.fee.basisPoints }],
      zone: deployment.zone,
      zoneHash: await client.readContract({
        address: deployment.positions,
        abi: devicePositionsAbi,
        functionName: 'stateHash',
        args: [BigInt(id)],
      }),
      restrictedByZone: true,
      startTime: Number(block.timestamp),
      endTime: Number(block.timestamp) + 86_400,
    })
    await postSeaportJsOrder(baseURL, deployment.chainId, await executeAllActions())
    theirs.close()
  })

  await buyer.page.goto(`/positions/${id}`)
  await connect(buyer.page, 'Test wallet')
  await buy(buyer.page)
  expect(await chain.ownerOf(id)).toBe(buyer.wallet.account.address)
})

test('A listing signed in our page is filled by seaport-js', async ({ newPerson, chain, baseURL }) => {
  const seller = await newPerson()
  const buyer = await newPerson()
  await seller.page.goto('/register')
  await connect(seller.page, 'Test wallet')
  const id = await registerDemoDevice(seller.page, 'Bought elsewhere')
  // seaport-js knows approvals of all positions alone; the chain takes one of a single position too
  await list(seller.page, '21.40', { allowAll: true })
  const { components, signature } = await findListing(seller.page, baseURL)

  const theirs = createSeaportJs({ ...chain.deployment, rpcUrl: chain.url, privateKey: buyer.privateKey })
  const { executeAllActions } = await theirs.seaport.fulfillOrder({
    order: { parameters: forSeaportJs(orderFromJson(components)), signature },
    accountAddress: buyer.wallet.account.address,
  })
  const transaction = await executeAllActions()
  await transaction.wait()
  theirs.close()

  expect(await chain.ownerOf(id)).toBe(buyer.wallet.account.address)
  await expect(async () => {
    await seller.page.reload()
    await expect(
      seller.page.getByRole('table', { name: 'Sales of this position' }).getByText('$21.40'),
    ).toBeVisible({
      timeout: 1_000,
    })
  }).toPass()
})
