import { parseSync } from 'vite'

/** What is used of ESTree. */
interface Node {
  type: string
  name?: unknown
  value?: unknown
  id?: unknown
  init?: unknown
  callee?: unknown
  arguments?: unknown[]
  object?: unknown
  property?: unknown
  computed?: unknown
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value

const toName = (value: unknown): string | undefined =>
  isNode(value) && value.type === 'Identifier' && typeof value.name === 'string' ? value.name : undefined

const isRequire = (value: unknown, source: string): value is Node => {
  if (!isNode(value) || value.type !== 'CallExpression' || toName(value.callee) !== 'require') return false
  const [argument] = value.arguments ?? []
  return isNode(argument) && argument.type === 'Literal' && argument.value === source
}

const visit = (value: unknown, look: (node: Node) => void): void => {
  if (Array.isArray(value)) for (const item of value) visit(item, look)
  else if (isNode(value)) {
    look(value)
    for (const child of Object.values(value)) visit(child, look)
  }
}

/**
 * The names that a CommonJS file reads of what it requires: `version` of `var React = require('react')` and
 * `React.version`.
 *
 * @throws Error when it does anything else with it, so that one cannot tell
 */
export const namesRead = (code: string, source: string): string[] => {
  const nodes: Node[] = []
  visit(parseSync('build.js', code).program, (node) => nodes.push(node))
  const declared = nodes.find(({ type, init }) => type === 'VariableDeclarator' && isRequire(init, source))
  const local = toName(declared?.id)
  const names = nodes
    .filter(
      ({ type, object, computed }) => type === 'MemberExpression' && !computed && toName(object) === local,
    )
    .map(({ property }) => toName(property))
    .filter((name) => name !== undefined)
  const required = nodes.filter((node) => isRequire(node, source))
  const mentioned = nodes.filter((node) => toName(node) === local)
  // Once in its declaration, then once a read.
  if (!local || required.length !== 1 || mentioned.length !== names.length + 1)
    throw new Error(`cannot tell what is read of ${source}`)
  return [...new Set(names)]
}
