import { mapLast, type Tensor } from './tensor.ts'
import type { TfliteGraph, TfliteOperator } from './tflite-graph.ts'

export interface Prelu {
  /** Number of the tensor that goes in. */
  input: number
  slope: Tensor
}

/**
 * Older converters wrote PReLU out as `relu(x) + a · (x − |x|)`. The last two are 2a times the negative part, so it is a
 * PReLU of slope 2a: one operator in place of five. Gives each by the number of the tensor that its `ADD` makes.
 */
export const findWrittenOutPrelus = ({ operators, constantOf }: TfliteGraph): Map<number, Prelu> => {
  const makers = new Map(operators.map((operator) => [operator.output, operator]))
  const maker = (tensor: number | undefined, name: TfliteOperator['name']): readonly number[] | undefined => {
    const operator = tensor === undefined ? undefined : makers.get(tensor)
    return operator?.name === name ? operator.inputs : undefined
  }
  const found = new Map<number, Prelu>()
  for (const { name, inputs, output } of operators) {
    if (name !== 'ADD') continue
    const [input] = maker(inputs[0], 'RELU') ?? []
    const [factor, difference] = maker(inputs[1], 'MUL') ?? []
    const [minuend, absolute] = maker(difference, 'SUB') ?? []
    const [inside] = maker(absolute, 'ABS') ?? []
    const slope = factor === undefined ? undefined : constantOf(factor)
    if (input === undefined || slope === undefined || minuend !== input || inside !== input) continue
    found.set(output, { input, slope: mapLast(slope, (value) => 2 * value) })
  }
  return found
}
