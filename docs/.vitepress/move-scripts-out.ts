import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const INLINE_SCRIPT = /<script id="[\w-]+">([\s\S]*?)<\/script>/g

/** The scripts that the generator writes into each page lie in files beside it: the policy allows no other. @param folder where the site is built */
export const moveScriptsOut = (html: string, folder: string, base: string): string =>
  html.replace(INLINE_SCRIPT, (_, script: string) => {
    const hash = createHash('sha256').update(script).digest('hex').slice(0, 8)
    const path = `assets/page.${hash}.js`
    mkdirSync(join(folder, 'assets'), { recursive: true })
    writeFileSync(join(folder, path), script)
    return `<script src="${base}${path}"></script>`
  })
