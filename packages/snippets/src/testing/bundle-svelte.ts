import { svelte } from '@sveltejs/vite-plugin-svelte'
import { build } from 'vite'

/** @param source of a Svelte component @returns a script that mounts it in the body of a page */
export const bundleSvelte = async (source: string): Promise<string> => {
  const page = `${import.meta.dirname}/Page.svelte`
  const entry = `${import.meta.dirname}/page.js`
  const files = new Map([
    [page, source],
    [
      entry,
      `import { mount } from 'svelte'; import Page from '${page}'; mount(Page, { target: document.body })`,
    ],
  ])
  const memory = {
    name: 'memory',
    enforce: 'pre' as const,
    resolveId: (id: string) => (files.has(id) ? id : undefined),
    load: (id: string) => files.get(id),
  }
  const built = await build({
    root: import.meta.dirname,
    configFile: false,
    logLevel: 'error',
    plugins: [memory, svelte({ configFile: false })],
    resolve: { conditions: ['source', 'browser'] },
    build: { write: false, lib: { entry, formats: ['iife'], name: 'page' } },
  })
  const [output] = [built].flat()
  if (!output || !('output' in output)) throw new Error('Vite made nothing')
  return output.output[0].code
}
