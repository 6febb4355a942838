import { findWrittenOutPrelus } from './find-written-out-prelus.ts'
import { createLayers, type Padding } from './layers.ts'
import { createOnnxGraph } from './onnx-graph.ts'
import { reshape, sizeOf, type Tensor, transpose } from './tensor.ts'
import type { TfliteGraph, TfliteOperator } from './tflite-graph.ts'

/** Numbers of the fields of the operators' options: schema.fbs, `Conv2DOptions`, `DepthwiseConv2DOptions`, … */
const CONVOLUTION = { padding: 0, strideWidth: 1, strideHeight: 2, activation: 3, dilations: [4, 5] }
const DEPTHWISE = { padding: 0, strideWidth: 1, strideHeight: 2, activation: 4, dilations: [5, 6] }
const POOL = { padding: 0, strideWidth: 1, strideHeight: 2, width: 3, height: 4, activation: 5 }
const SUM = { activation: 0 }
/** enum Padding, enum ActivationFunctionType. */
const PADDINGS: readonly Padding[] = ['SAME_UPPER', 'VALID']
const NO_ACTIVATION = 0
const ACTIVATION_RELU = 1

/** TensorFlow's order of paddings (picture, row, column, channel) in ONNX's (picture, channel, row, column). */
const PADDING_ORDER = [0, 3, 1, 2]

/**
 * A TFLite network of convolutions as ONNX. Takes pictures of any number as the model takes them, [n, height, width, 3];
 * gives each output as one row a picture, `y` and then `y1`, ….
 */
export const convertTflite = (tflite: TfliteGraph): Uint8Array => {
  const graph = createOnnxGraph()
  const layers = createLayers(graph)
  const writtenOut = findWrittenOutPrelus(tflite)
  /** Names of values in the graph, by the number of their tensor. */
  const names = new Map<number, string>()
  /** Constants that were stored at half the length. */
  const widened = new Map<number, Tensor>()

  const nameOf = (tensor: number | undefined): string => {
    const name = tensor === undefined ? undefined : names.get(tensor)
    if (name === undefined) throw new Error(`tflite: tensor ${tensor} is used before it is made`)
    return name
  }
  const constantOf = (tensor: number | undefined): Tensor => {
    const constant = tensor === undefined ? undefined : (widened.get(tensor) ?? tflite.constantOf(tensor))
    if (constant === undefined) throw new Error(`tflite: expected tensor ${tensor} to be a constant`)
    return constant
  }
  const activate = (x: string, activation: number): string => {
    if (activation === NO_ACTIVATION) return x
    if (activation === ACTIVATION_RELU) return layers.relu(x)
    throw new Error(`tflite: activation ${activation} is not converted`)
  }
  const paddingOf = ({ byteOption }: TfliteOperator, field: number): Padding =>
    PADDINGS[byteOption(field)] ?? 'SAME_UPPER'

  const convolve = (operator: TfliteOperator, fields: typeof CONVOLUTION): string => {
    const { inputs, intOption, byteOption } = operator
    // Absent means 1, and so does the number 1 itself.
    if (fields.dilations.some((field) => intOption(field) > 1)) {
      throw new Error('tflite: dilated convolutions are not converted')
    }
    const [x, filter, bias] = [nameOf(inputs[0]), constantOf(inputs[1]), constantOf(inputs[2])]
    const options = {
      stride: [intOption(fields.strideHeight), intOption(fields.strideWidth)],
      padding: paddingOf(operator, fields.padding),
    } as const
    // Filters: out, height, width, in; depthwise: 1, height, width, channels.
    const made =
      fields === CONVOLUTION
        ? layers.convolution(x, transpose(filter, [1, 2, 3, 0]), bias, options)
        : layers.depthwise(x, transpose(filter, [1, 2, 3, 0]), bias, options)
    return activate(made, byteOption(fields.activation))
  }
  const prelu = (x: string, slope: Tensor): string =>
    graph.operator('PRelu', [x, graph.floats(reshape(slope, [slope.data.length, 1, 1]))])
  const pad = (x: string, { data }: Tensor): string => {
    const at = (dimension: number, end: 0 | 1) => data[2 * dimension + end] ?? 0
    return graph.operator('Pad', [
      x,
      graph.ints([
        ...PADDING_ORDER.map((dimension) => at(dimension, 0)),
        ...PADDING_ORDER.map((dimension) => at(dimension, 1)),
      ]),
    ])
  }
  const addUp = ({ inputs, byteOption }: TfliteOperator): string => {
    const [a = -1, b = -1] = inputs
    if (tflite.shapeOf(a).join() !== tflite.shapeOf(b).join()) {
      throw new Error('tflite: sums of different shapes are not converted')
    }
    return activate(layers.add(nameOf(a), nameOf(b)), byteOption(SUM.activation))
  }
  const pool = (operator: TfliteOperator): string => {
    const { inputs, intOption, byteOption } = operator
    const made = layers.maxPool(
      nameOf(inputs[0]),
      [intOption(POOL.height), intOption(POOL.width)],
      [intOption(POOL.strideHeight), intOption(POOL.strideWidth)],
      paddingOf(operator, POOL.padding),
    )
    return activate(made, byteOption(POOL.activation))
  }
  const toRows = (tensor: number | undefined): string => {
    const [, height = 1, width = 1, channels = 1] = tflite.shapeOf(tensor ?? -1)
    // Planes and pixels lie in the same order when there is one pixel.
    const isOnePixel = height * width === 1 || channels === 1
    const x = nameOf(tensor)
    return layers.flatten(isOnePixel ? x : layers.toPixels(x))
  }

  const convert = (operator: TfliteOperator): string | undefined => {
    const { name, inputs, output } = operator
    const known = writtenOut.get(output)
    if (known !== undefined) return prelu(nameOf(known.input), known.slope)
    switch (name) {
      case 'CONV_2D':
        return convolve(operator, CONVOLUTION)
      case 'DEPTHWISE_CONV_2D':
        return convolve(operator, DEPTHWISE)
      case 'MAX_POOL_2D':
        return pool(operator)
      case 'PAD':
        return pad(nameOf(inputs[0]), constantOf(inputs[1]))
      case 'PRELU':
        return prelu(nameOf(inputs[0]), constantOf(inputs[1]))
      case 'ADD':
        return addUp(operator)
      case 'RESHAPE':
        return toRows(inputs[0])
      case 'DEQUANTIZE':
        widened.set(output, constantOf(inputs[0]))
        return undefined
      // Parts of a PReLU that is written out; they stand nowhere else.
      case 'RELU':
      case 'ABS':
      case 'SUB':
      case 'MUL':
        return undefined
    }
  }

  const [input, ...otherInputs] = tflite.inputs
  if (input === undefined || otherInputs.length > 0) throw new Error('tflite: expected one input')
  names.set(input, layers.toPlanes('x'))
  for (const operator of tflite.operators) {
    const name = convert(operator)
    if (name !== undefined) names.set(operator.output, name)
  }
  return graph.finish(
    { name: 'x', shape: ['n', ...tflite.shapeOf(input).slice(1)] },
    tflite.outputs.map((tensor, index) => {
      const shape = tflite.shapeOf(tensor)
      return {
        name: index === 0 ? 'y' : `y${index}`,
        shape: ['n', sizeOf(shape.slice(1))],
        value: shape.length === 2 ? nameOf(tensor) : toRows(tensor),
      }
    }),
  )
}
