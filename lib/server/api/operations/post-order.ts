import { postOrder as post, postOrderInput } from '../../orders/post-order'
import { callOperation } from '../call-operation'
import { postedOrder } from '../schemas/order'

export const postOrder = callOperation(
  {
    id: 'postOrder',
    method: 'POST',
    path: '/api/v1/orders',
    tag: 'Market',
    isOpen: true,
    summary: 'Puts a signed order on the market.',
    description:
      'Nobody signs in: an order is worth what its signature is worth. It is judged at the head of the chain as strictly as it will be at the fill, and a refusal names the rule. The same order posted again changes nothing. 400: it was never a good order (InvalidOrderError, InvalidSignatureError, WrongChainError). 404: there is no such position. 409: the chain has moved on (StateChangedError, OrderAlreadyFilledError, OrderCancelledError, CounterMovedError, InvalidTimeError, NotOwnedError, MissingApprovalError, InsufficientFundsError, SelfTradeError).',
  },
  {
    body: postOrderInput,
    answers: {
      200: { description: 'The order was here already.', schema: postedOrder },
      201: { description: 'The order is on the market.', schema: postedOrder },
    },
    refusals: [400, 404, 409, 413, 415],
  },
  async (context, { body }) => {
    const value = await post(context, body)
    return { status: value.created ? 201 : 200, value }
  },
)
