import { createFlatBufferReader, type FlatBufferReader } from '../flatbuffer-reader.ts'
import { BUFFER, MODEL, OPERATOR, OPERATOR_CODE, SUBGRAPH, TENSOR, TENSOR_TYPE } from '../tflite-schema.ts'
import { sizeOf, type Tensor } from './tensor.ts'

/** enum BuiltinOperator, those these networks use. Source: tensorflow/lite/schema/schema.fbs. */
const OPERATORS = {
  0: 'ADD',
  3: 'CONV_2D',
  4: 'DEPTHWISE_CONV_2D',
  6: 'DEQUANTIZE',
  17: 'MAX_POOL_2D',
  18: 'MUL',
  19: 'RELU',
  22: 'RESHAPE',
  34: 'PAD',
  41: 'SUB',
  54: 'PRELU',
  101: 'ABS',
} as const
type OperatorName = (typeof OPERATORS)[keyof typeof OPERATORS]

export interface TfliteOperator {
  name: OperatorName
  /** Numbers of tensors. */
  inputs: readonly number[]
  output: number
  /** A field of the operator's options: a byte (enums) or a whole number, 0 when it is not there. */
  byteOption(field: number): number
  intOption(field: number): number
}

export interface TfliteGraph {
  operators: readonly TfliteOperator[]
  /** Numbers of tensors. */
  inputs: readonly number[]
  outputs: readonly number[]
  shapeOf(tensor: number): readonly number[]
  /** What a tensor holds, when it is a constant. */
  constantOf(tensor: number): Tensor | undefined
}

const isKnown = (code: number): code is keyof typeof OPERATORS => code in OPERATORS

const readCode = (reader: FlatBufferReader, table: number): number => {
  const short = reader.field(table, OPERATOR_CODE.deprecatedBuiltinCode)
  const long = reader.field(table, OPERATOR_CODE.builtinCode)
  return Math.max(short === 0 ? 0 : reader.int8At(short), long === 0 ? 0 : reader.int32At(long))
}

const NUMBERS = {
  [TENSOR_TYPE.float32]: (view: DataView, index: number) => view.getFloat32(4 * index, true),
  [TENSOR_TYPE.float16]: (view: DataView, index: number) => view.getFloat16(2 * index, true),
  [TENSOR_TYPE.int32]: (view: DataView, index: number) => view.getInt32(4 * index, true),
} as const

/** Reads operators and constants out of a TFLite model with one subgraph. */
export const readTfliteGraph = (model: Uint8Array): TfliteGraph => {
  const reader = createFlatBufferReader(model)
  const [subgraph, ...others] = reader.tablesOf(reader.follow(reader.root, MODEL.subgraphs))
  if (subgraph === undefined || others.length > 0) throw new Error('tflite: expected exactly one subgraph')
  const codes = reader.tablesOf(reader.follow(reader.root, MODEL.operatorCodes)).map((table) => {
    const code = readCode(reader, table)
    if (!isKnown(code)) throw new Error(`tflite: operator ${code} is not converted`)
    return OPERATORS[code]
  })
  const buffers = reader.tablesOf(reader.follow(reader.root, MODEL.buffers))
  const tensors = reader.tablesOf(reader.follow(subgraph, SUBGRAPH.tensors))
  const byteAt = (table: number, field: number): number => {
    const position = table === 0 ? 0 : reader.field(table, field)
    return position === 0 ? 0 : reader.int8At(position)
  }
  const intAt = (table: number, field: number): number => {
    const position = table === 0 ? 0 : reader.field(table, field)
    return position === 0 ? 0 : reader.int32At(position)
  }
  const tableOf = (tensor: number): number => {
    const table = tensors[tensor]
    if (table === undefined) throw new Error(`tflite: there is no tensor ${tensor}`)
    return table
  }
  const shapeOf = (tensor: number) => reader.int32sOf(reader.follow(tableOf(tensor), TENSOR.shape))

  const constantOf = (tensor: number): Tensor | undefined => {
    const vector = reader.follow(buffers[intAt(tableOf(tensor), TENSOR.buffer)] ?? 0, BUFFER.data)
    if (vector === 0) return undefined
    const shape = shapeOf(tensor)
    const read = Object.entries(NUMBERS).find(
      ([type]) => Number(type) === byteAt(tableOf(tensor), TENSOR.type),
    )?.[1]
    if (read === undefined)
      throw new Error(`tflite: constants of type ${byteAt(tableOf(tensor), TENSOR.type)} are not read`)
    const view = new DataView(model.buffer, model.byteOffset + vector + 4, reader.vectorLength(vector))
    const data = new Float32Array(sizeOf(shape))
    for (let index = 0; index < data.length; index += 1) data[index] = read(view, index)
    return { shape, data }
  }

  const operators = reader
    .tablesOf(reader.follow(subgraph, SUBGRAPH.operators))
    .map((table): TfliteOperator => {
      const name = codes[intAt(table, OPERATOR.opcodeIndex)]
      const [output, ...more] = reader.int32sOf(reader.follow(table, OPERATOR.outputs))
      if (name === undefined || output === undefined || more.length > 0) {
        throw new Error('tflite: expected operators of one output')
      }
      const options = reader.follow(table, OPERATOR.builtinOptions)
      return {
        name,
        inputs: reader.int32sOf(reader.follow(table, OPERATOR.inputs)),
        output,
        byteOption: (field) => byteAt(options, field),
        intOption: (field) => intAt(options, field),
      }
    })
  return {
    operators,
    inputs: reader.int32sOf(reader.follow(subgraph, SUBGRAPH.inputs)),
    outputs: reader.int32sOf(reader.follow(subgraph, SUBGRAPH.outputs)),
    shapeOf,
    constantOf,
  }
}
