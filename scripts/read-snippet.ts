import { readFile } from 'node:fs/promises'
import { type Block, listBlocks } from './list-blocks.ts'

const ROOT = new URL('..', import.meta.url)

/** The fenced blocks of a page, in their order. `page`: from the root of the repository. */
export const readBlocks = async (page: string): Promise<Block[]> =>
  listBlocks(await readFile(new URL(page, ROOT), 'utf8'))

/**
 * A snippet of the documentation, for the test that runs it. Give both names as plain texts in the call:
 * `every-block.test.ts` looks for them.
 */
export const readSnippet = async (page: string, name: string): Promise<string> => {
  const block = (await readBlocks(page)).find(({ marker }) => marker === `test: ${name}`)
  if (!block) throw new Error(`${page} has no snippet "${name}"`)
  return block.text
}
