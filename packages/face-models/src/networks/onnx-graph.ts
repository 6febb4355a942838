import { bytesField, floatField, intField, joinFields, messageField, type Pieces } from './protobuf.ts'
import type { Tensor } from './tensor.ts'

/**
 * Field numbers and enums of onnx.proto3, IR version 8. Operators are those of opset 13, the newest in which `ReduceMean`
 * still takes its axes as an attribute.
 */
const MODEL = { irVersion: 1, producer: 2, graph: 7, opset: 8 }
const OPSET = { domain: 1, version: 2 }
const GRAPH = { node: 1, name: 2, initializer: 5, input: 11, output: 12 }
const NODE = { input: 1, output: 2, name: 3, operator: 4, attribute: 5 }
const ATTRIBUTE = { name: 1, float: 2, int: 3, string: 4, ints: 8, type: 20 }
const ATTRIBUTE_TYPE = { float: 1, int: 2, string: 3, ints: 7 }
const TENSOR = { dimension: 1, dataType: 2, name: 8, rawData: 9 }
const DATA_TYPE = { float: 1, int64: 7 }
const VALUE = { name: 1, type: 2 }
const TENSOR_TYPE = { tensor: 1, elementType: 1, shape: 2 }
const SHAPE = { dimension: 1, size: 1, symbol: 2 }
const IR_VERSION = 8
const OPSET_VERSION = 13

/** ONNX tells whole numbers from others; a number alone is a whole one. */
export type OnnxAttribute = number | { float: number } | string | readonly number[]

/** What goes in or comes out: a name and its dimensions; a letter stands for any size. */
export interface OnnxValue {
  name: string
  shape: readonly (number | string)[]
}

export interface OnnxOutput extends OnnxValue {
  /** Name of the value in the graph that comes out under this name. */
  value: string
}

export interface OnnxGraph {
  /** Adds a constant; gives its name. */
  floats(tensor: Tensor): string
  /** Adds a constant row of whole numbers; gives its name. */
  ints(values: readonly number[]): string
  /** Adds an operator; gives the name of its only output. */
  operator(
    type: string,
    inputs: readonly string[],
    attributes?: Readonly<Record<string, OnnxAttribute>>,
  ): string
  /** Bytes of the `.onnx` file. */
  finish(input: OnnxValue, outputs: readonly OnnxOutput[]): Uint8Array
}

const writeAttribute = (name: string, value: OnnxAttribute): Pieces => {
  const typed = (type: number, ...content: Pieces[]) =>
    messageField(NODE.attribute, bytesField(ATTRIBUTE.name, name), ...content, intField(ATTRIBUTE.type, type))
  if (typeof value === 'number') return typed(ATTRIBUTE_TYPE.int, intField(ATTRIBUTE.int, value))
  if (typeof value === 'string') return typed(ATTRIBUTE_TYPE.string, bytesField(ATTRIBUTE.string, value))
  if ('float' in value) return typed(ATTRIBUTE_TYPE.float, floatField(ATTRIBUTE.float, value.float))
  return typed(ATTRIBUTE_TYPE.ints, ...value.map((item) => intField(ATTRIBUTE.ints, item)))
}

const writeConstant = (
  name: string,
  shape: readonly number[],
  dataType: number,
  { buffer, byteOffset, byteLength }: ArrayBufferView,
): Pieces =>
  messageField(
    GRAPH.initializer,
    ...shape.map((size) => intField(TENSOR.dimension, size)),
    intField(TENSOR.dataType, dataType),
    bytesField(TENSOR.name, name),
    bytesField(TENSOR.rawData, new Uint8Array(buffer, byteOffset, byteLength)),
  )

const writeValue = (field: number, { name, shape }: OnnxValue): Pieces => {
  const dimensions = shape.map((size) =>
    messageField(
      SHAPE.dimension,
      typeof size === 'number' ? intField(SHAPE.size, size) : bytesField(SHAPE.symbol, size),
    ),
  )
  const tensor = messageField(
    TENSOR_TYPE.tensor,
    intField(TENSOR_TYPE.elementType, DATA_TYPE.float),
    messageField(TENSOR_TYPE.shape, ...dimensions),
  )
  return messageField(field, bytesField(VALUE.name, name), messageField(VALUE.type, tensor))
}

/** Collects operators and constants of a network and writes them as an ONNX model, in the order they were added. */
export const createOnnxGraph = (): OnnxGraph => {
  const nodes: Pieces[] = []
  const constants: Pieces[] = []

  const add = (
    type: string,
    inputs: readonly string[],
    output: string,
    attributes: Readonly<Record<string, OnnxAttribute>> = {},
  ): string => {
    nodes.push(
      messageField(
        GRAPH.node,
        ...inputs.map((input) => bytesField(NODE.input, input)),
        bytesField(NODE.output, output),
        bytesField(NODE.name, `n${nodes.length}`),
        bytesField(NODE.operator, type),
        ...Object.entries(attributes).map(([name, value]) => writeAttribute(name, value)),
      ),
    )
    return output
  }
  const addConstant = (shape: readonly number[], dataType: number, data: ArrayBufferView): string => {
    const name = `c${constants.length}`
    constants.push(writeConstant(name, shape, dataType, data))
    return name
  }

  return {
    floats: ({ shape, data }) => addConstant(shape, DATA_TYPE.float, data),
    ints: (values) =>
      addConstant(
        [values.length],
        DATA_TYPE.int64,
        BigInt64Array.from(values, (value) => BigInt(value)),
      ),
    operator: (type, inputs, attributes) => add(type, inputs, `t${nodes.length}`, attributes),
    finish: (input, outputs) => {
      for (const { name, value } of outputs) add('Identity', [value], name)
      const graph = messageField(
        MODEL.graph,
        ...nodes,
        bytesField(GRAPH.name, 'network'),
        ...constants,
        writeValue(GRAPH.input, input),
        ...outputs.map((output) => writeValue(GRAPH.output, output)),
      )
      return joinFields(
        intField(MODEL.irVersion, IR_VERSION),
        bytesField(MODEL.producer, '@visavis/face-models'),
        graph,
        messageField(MODEL.opset, bytesField(OPSET.domain, ''), intField(OPSET.version, OPSET_VERSION)),
      )
    },
  }
}
