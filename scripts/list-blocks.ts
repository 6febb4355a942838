export interface Block {
  /** Of the opening fence, from 1. */
  line: number
  /** Empty when the fence names none. */
  language: string
  /** What the comment right above the fence says: `test: NAME`, `run by: FILE`, `not run: REASON`. */
  marker: string | undefined
  /** Without the fences and the indentation they have. */
  text: string
}

/** Fenced code blocks of a Markdown page (CommonMark §4.5, with three backticks, in lists too). */
export const listBlocks = (markdown: string): Block[] => {
  const blocks: Block[] = []
  const lines = markdown.split('\n')
  for (let i = 0; i < lines.length; i++) {
    const [, indent, language = ''] = /^( *)```(\S*)$/.exec(lines[i] ?? '') ?? []
    if (indent === undefined) continue
    const end = lines.indexOf(`${indent}\`\`\``, i + 1)
    if (end < 0) throw new Error(`The fence of line ${i + 1} is never closed`)
    const marker = /^ *<!-- (.+) -->$/.exec(lines[i - 1] ?? '')?.[1]
    const text = lines.slice(i + 1, end).map((line) => line.slice(indent.length))
    blocks.push({ line: i + 1, language, marker, text: `${text.join('\n')}\n` })
    i = end
  }
  return blocks
}
