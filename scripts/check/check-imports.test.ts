import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { checkImports } from './check-imports'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'hotswap-imports-'))
})
afterEach(() => rmSync(root, { recursive: true }))

function plant(files: Record<string, string>): string[] {
  for (const [file, source] of Object.entries(files)) {
    mkdirSync(dirname(join(root, file)), { recursive: true })
    writeFileSync(join(root, file), source)
  }
  return checkImports(root)
}

const standing = {
  'lib/core/money.ts': 'export type Cents = bigint\nexport const zero = 0n',
  'lib/math/normal.ts': "import { zero } from '@/lib/core/money'\nexport const mean = zero",
  'lib/mechanism/clearing.ts': "export { mean } from '@/lib/math/normal'",
  'lib/chain/ids.ts': "import { zero } from '../core/money'\nexport const id = zero",
  'lib/chain/client/wallet.ts': "import { id } from '../ids'\nexport const wallet = id",
  'lib/indexer/apply.ts':
    "import { id } from '@/lib/chain/ids'\nimport { db } from '@/db/client'\nexport const apply = [id, db]",
  'db/client.ts': "import { zero } from '@/lib/core/money'\nexport const db = zero",
  'lib/server/orders/post.ts': "import { apply } from '@/lib/indexer/apply'\nexport const post = apply",
  'lib/server/orders/actions.ts': "import { post } from './post'\nexport const action = post",
  'components/list/form.tsx':
    "import { action } from '@/lib/server/orders/actions'\nimport { wallet } from '@/lib/chain/client/wallet'\nimport { zero } from '@/lib/core/money'\nexport const Form = () => <b>{String([action, wallet, zero])}</b>",
  'app/page.tsx':
    "import { Form } from '@/components/list/form'\nimport type { Cents } from '@/lib/core/money'\nimport { post } from '@/lib/server/orders/post'\nexport default () => <Form key={String(post as unknown as Cents)} />",
  'lib/core/money.test.ts': "import '@/scripts/start'\nimport '@/lib/server/orders/post'",
  'scripts/start.ts': "import '@/app/page'",
}

describe('checkImports', () => {
  it('lets stand what the design allows', () => {
    expect(plant(standing)).toEqual([])
  })

  it.each([
    ['lib/core/bad.ts', "import '@/lib/math/normal'", 'core may not import math'],
    ['lib/math/bad.ts', "export * from '../mechanism/clearing'", 'math may not import mechanism'],
    ['lib/valuation/bad.ts', "import type { x } from '@/lib/chain/ids'", 'valuation may not import chain'],
    [
      'lib/market/bad.ts',
      "const load = () => import('@/lib/server/orders/post')",
      'market may not import server',
    ],
    ['lib/chain/bad.ts', "import '@/db/client'", 'chain may not import db'],
    ['lib/chain/bad.ts', "import './client/wallet'", 'chain may not import chain/client'],
    ['lib/chain/client/bad.ts', "import '@/lib/server/orders/post'", 'chain/client may not import server'],
    ['db/bad.ts', "import '@/lib/math/normal'", 'db may not import math'],
    ['lib/indexer/bad.ts', "import '@/lib/server/orders/post'", 'indexer may not import server'],
    ['lib/server/bad.ts', "import '@/components/list/form'", 'server may not import components'],
    ['components/bad.tsx', "import '@/lib/server/orders/post'", 'components may not import server'],
    ['components/bad.tsx', "import '@/lib/chain/ids'", 'components may not import chain'],
    ['components/bad.tsx', "import '@/app/page'", 'components may not import app'],
    ['app/bad.tsx', "import '@/db/client'", 'app may not import db'],
    ['app/bad.tsx', "import { zero } from '@/lib/core/money'", 'app may import types alone from core'],
    ['lib/server/bad.ts', "import '@/scripts/start'", 'server may not import scripts'],
    ['lib/core/bad.ts', "import { readFileSync } from 'node:fs'", 'core is pure and may not import node:fs'],
    ['lib/market/bad.ts', "import { useState } from 'react'", 'market is pure and may not import react'],
  ])('refuses %s with %s', (file, source, refusal) => {
    const problems = plant({ ...standing, [file]: source })
    expect(problems.join('\n')).toContain(refusal)
    expect(problems[0]).toContain(`${file}:1`)
  })

  it('names a circle, a missing file and a folder of no layer', () => {
    const problems = plant({
      'lib/core/one.ts': "import './two'",
      'lib/core/two.ts': "import type { three } from './three'",
      'lib/core/three.ts': "import '@/lib/core/one'",
      'lib/math/lost.ts': "import './nowhere'",
      'lib/elsewhere/x.ts': '',
    })
    expect(problems).toHaveLength(3)
    expect(problems.join('\n')).toContain(
      'lib/core/one.ts → lib/core/two.ts → lib/core/three.ts → lib/core/one.ts',
    )
    expect(problems.join('\n')).toContain('imports ./nowhere, which does not exist')
    expect(problems.join('\n')).toContain('stands in no layer')
  })
})
