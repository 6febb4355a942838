import type { SyntaxNode } from '@lezer/common'
import { parser } from '@prometheus-io/lezer-promql'

export interface Selector {
  metric: string
  matchers: { label: string; operator: string; value: string }[]
}

export interface Query {
  selectors: Selector[]
  /** What `by (…)` names, and what stands behind it. */
  groupings: { labels: string[]; of: Selector[] }[]
}

/** What a PromQL expression asks for, by Prometheus's own grammar. @throws Error when it is none */
export const readQuery = (expression: string): Query => {
  const textOf = ({ from, to }: SyntaxNode) => expression.slice(from, to)
  const below = (node: SyntaxNode, name: string): SyntaxNode[] => {
    const found: SyntaxNode[] = []
    node.cursor().iterate((each) => {
      if (each.type.isError) throw new Error(`No PromQL at ${each.from}: ${expression}`)
      if (each.name === name) found.push(each.node)
    })
    return found
  }
  const toSelector = (node: SyntaxNode): Selector => ({
    metric: below(node, 'Identifier').map(textOf)[0] ?? '',
    matchers: below(node, 'UnquotedLabelMatcher').map((matcher) => ({
      label: below(matcher, 'LabelName').map(textOf)[0] ?? '',
      operator: below(matcher, 'MatchOp').map(textOf)[0] ?? '',
      value: below(matcher, 'StringLiteral').map(textOf)[0]?.slice(1, -1) ?? '',
    })),
  })
  const top = parser.parse(expression).topNode
  const selectorsOf = (node: SyntaxNode) => below(node, 'VectorSelector').map(toSelector)
  return {
    selectors: selectorsOf(top),
    groupings: below(top, 'AggregateExpr').map((node) => ({
      labels: below(node, 'AggregateModifier')
        .slice(0, 1)
        .flatMap((modifier) => below(modifier, 'LabelName').map(textOf)),
      of: selectorsOf(node),
    })),
  }
}
