import { readFile } from 'node:fs/promises'
import { extname, join, normalize } from 'node:path'

const TYPES = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css' }

/** A file of the folder; `/` is `index.html` and `/back` is `back.html`. */
export const readPage = async (folder, pathname, response) => {
  const name = pathname === '/' ? '/index.html' : pathname
  const file = join(folder, normalize(extname(name) ? name : `${name}.html`))
  try {
    const content = await readFile(file)
    response
      .writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' })
      .end(content)
  } catch {
    response.writeHead(404).end('Not found')
  }
}
