import { runProduct } from './product/run-product'

await runProduct('start')
