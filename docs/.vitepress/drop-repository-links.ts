import { posix } from 'node:path'
import type { MarkdownRenderer } from 'vitepress'

/** Links to what is not below `docs/` are plain words here: their files are in the repository, which is not where this is read. */
export const dropRepositoryLinks = (md: MarkdownRenderer): void => {
  md.core.ruler.push('drop-repository-links', ({ tokens, env }) => {
    const folder = posix.dirname(env.relativePath ?? '')
    for (const { children } of tokens) {
      let isDropped = false
      for (const token of children ?? []) {
        if (token.type === 'link_open') {
          const href = String(token.attrGet('href'))
          isDropped = !/^[a-z]+:/i.test(href) && posix.join(folder, href).startsWith('..')
        }
        if (isDropped && (token.type === 'link_open' || token.type === 'link_close')) {
          token.type = 'text'
          token.tag = ''
          token.content = ''
          token.nesting = 0
        }
      }
    }
  })
}
