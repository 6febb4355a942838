import { fileURLToPath } from 'node:url'
import { build, type Rollup } from 'vite'
import { beforeAll, describe, expect, it } from 'vitest'
import { failOnWarnings } from './fail-on-warnings.ts'
import { reactParts } from './react-parts.ts'

const PAGE = fileURLToPath(new URL('page.js', import.meta.url))
const CODE = `
  import { useState } from 'react'
  import { createRoot } from 'react-dom/client'
  import { jsx } from 'react/jsx-runtime'
  const Page = () => useState('shown')[0]
  createRoot(document.body).render(jsx(Page, {}))`

describe('a page of React', () => {
  let code = ''

  beforeAll(async () => {
    const page = {
      name: 'page',
      resolveId: (id: string) => (id === PAGE ? id : null),
      load: (id: string) => (id === PAGE ? CODE : null),
    }
    const { output } = (await build({
      configFile: false,
      logLevel: 'silent',
      plugins: [page, reactParts(), failOnWarnings()],
      build: { write: false, minify: false, rolldownOptions: { input: PAGE } },
    })) as Rollup.RollupOutput
    code = output[0].code
  }, 60_000)

  it.each([
    'useState',
    'createRoot',
    'jsx',
    '__CLIENT_INTERNALS_DO_NOT_USE_OR_WARN_USERS_THEY_CANNOT_UPGRADE',
  ])('has %s, which it or React DOM reads', (name) => {
    expect(code).toContain(`exports.${name} =`)
  })

  it.each(['useActionState', 'Children', 'memo', 'createPortal', 'hydrateRoot', 'jsxs'])(
    'has no %s, which nobody reads',
    (name) => {
      expect(code).not.toContain(`exports.${name} =`)
    },
  )

  it('has one React, in its production build', () => {
    expect(code.match(/exports\.useState =/g)).toHaveLength(1)
    expect(code).not.toContain('NODE_ENV')
    expect(code).not.toContain('development')
  })
})
