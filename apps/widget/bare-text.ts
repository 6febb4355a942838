import { parseSync } from 'vite'

type Node = { type: string; start: number; end: number } & Record<string, unknown>

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof Reflect.get(value, 'type') === 'string'

const nodesIn = (node: Node): Node[] =>
  Object.values(node)
    .flat()
    .filter((value) => isNode(value))

/** Parts of the props that are elements by their type. */
const SLOTS = new Set(['children', 'badge', 'actions', 'intro'])

/** An expression that gives elements or nothing, never text: a slot, or one that ends in elements. */
const givesElements = (node: unknown): boolean => {
  if (!isNode(node)) return false
  switch (node.type) {
    case 'JSXElement':
    case 'JSXFragment':
      return true
    case 'Identifier':
      return typeof node.name === 'string' && SLOTS.has(node.name)
    case 'Literal':
      return node.value === null || (typeof node.value === 'string' && node.value.trim() === '')
    case 'ParenthesizedExpression':
      return givesElements(node.expression)
    case 'LogicalExpression':
      return givesElements(node.right)
    case 'ConditionalExpression':
      return givesElements(node.consequent) && givesElements(node.alternate)
    case 'CallExpression':
      return Array.isArray(node.arguments) && node.arguments.some((argument) => givesElements(argument))
    case 'ArrowFunctionExpression':
      return givesElements(node.body)
    case 'JSXExpressionContainer':
      return givesElements(node.expression)
    default:
      return false
  }
}

const isNothing = ({ type, value, expression }: Node): boolean =>
  (type === 'JSXText' && typeof value === 'string' && value.trim() === '') ||
  (isNode(expression) && expression.type === 'JSXEmptyExpression')

const isBare = (child: Node): boolean =>
  child.type === 'JSXText' || (child.type === 'JSXExpressionContainer' && !givesElements(child))

/**
 * Places of a component's source where text stands beside other things without an element of its own. Translators of
 * browsers move such text into elements of theirs, and React, which still holds the old node, then fails to insert
 * anything before it, or changes words that are not shown any more.
 *
 * @returns the text's source, one a place
 */
export const findBareText = (fileName: string, source: string): string[] => {
  const found: string[] = []
  const look = (node: Node): void => {
    if (node.type === 'JSXElement' || node.type === 'JSXFragment') {
      const children = nodesIn({ ...node, openingElement: null, closingElement: null }).filter(
        (child) => !isNothing(child) && child.type.startsWith('JSX') && !/Opening|Closing/.test(child.type),
      )
      if (children.length > 1 || node.type === 'JSXFragment')
        found.push(...children.filter(isBare).map(({ start, end }) => source.slice(start, end).trim()))
    }
    for (const child of nodesIn(node)) look(child)
  }
  const { program } = parseSync(fileName, source)
  if (isNode(program)) look(program)
  return found
}
