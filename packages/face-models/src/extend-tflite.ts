import {
  createFlatBufferPrefixWriter,
  type Field,
  type FlatBufferPrefixWriter,
  type Target,
} from './flatbuffer-prefix-writer.ts'
import { createFlatBufferReader, type FlatBufferReader } from './flatbuffer-reader.ts'
import { type Normalization, writeTfliteMetadata } from './tflite-metadata.ts'
import {
  BUFFER,
  METADATA,
  MODEL,
  OPERATOR,
  OPERATOR_CODE,
  PAD_OPERATOR,
  PAD_OPTIONS,
  SUBGRAPH,
  TENSOR,
  TENSOR_TYPE,
  TFLITE_IDENTIFIER,
  TFLITE_METADATA_NAME,
} from './tflite-schema.ts'

export interface ExtendOptions {
  normalization: Normalization
  /** Pad the first output, of shape [1, 1, 1, n], with zeros at its end up to this many values. */
  padFirstOutputTo?: number
}

const to = (label: string): Field => ({ offset: { label } })
const toOld = (oldPosition: number): Field => ({ offset: { oldPosition } })
const olds = (positions: readonly number[]): Target[] => positions.map((oldPosition) => ({ oldPosition }))
const news = (...labels: string[]): Target[] => labels.map((label) => ({ label }))

/** Where the parts of the model lie. These models have one subgraph. */
const readLayout = (reader: FlatBufferReader) => {
  const model = reader.root
  const [subgraph, ...others] = reader.tablesOf(reader.follow(model, MODEL.subgraphs))
  if (subgraph === undefined || others.length > 0) throw new Error('tflite: expected exactly one subgraph')
  const outputs = reader.follow(subgraph, SUBGRAPH.outputs)
  return {
    model,
    subgraph,
    operatorCodes: reader.tablesOf(reader.follow(model, MODEL.operatorCodes)),
    buffers: reader.tablesOf(reader.follow(model, MODEL.buffers)),
    tensors: reader.tablesOf(reader.follow(subgraph, SUBGRAPH.tensors)),
    operators: reader.tablesOf(reader.follow(subgraph, SUBGRAPH.operators)),
    inputs: reader.follow(subgraph, SUBGRAPH.inputs),
    outputs,
    outputTensors: reader.int32sOf(outputs),
  }
}
type Layout = ReturnType<typeof readLayout>

/** Index of the PAD operator in the model's own list, which must use it already. */
const findPadOpcode = (reader: FlatBufferReader, operatorCodes: readonly number[]): number => {
  const index = operatorCodes.findIndex((code) => {
    const short = reader.field(code, OPERATOR_CODE.deprecatedBuiltinCode)
    const long = reader.field(code, OPERATOR_CODE.builtinCode)
    return (
      Math.max(short === 0 ? 0 : reader.int8At(short), long === 0 ? 0 : reader.int32At(long)) === PAD_OPERATOR
    )
  })
  if (index < 0) throw new Error('tflite: the model has no PAD operator to reuse')
  return index
}

/** Length of the first output, after checking that it is one row of values. */
const readFirstOutputLength = (reader: FlatBufferReader, layout: Layout): number => {
  const tensor = layout.tensors[layout.outputTensors[0] ?? -1]
  const shape = tensor === undefined ? [] : reader.int32sOf(reader.follow(tensor, TENSOR.shape))
  const length = shape.at(-1)
  if (length === undefined || shape.length !== 4 || shape.slice(0, 3).some((size) => size !== 1)) {
    throw new Error(`tflite: expected a first output of shape [1, 1, 1, n], found [${shape.join(', ')}]`)
  }
  return length
}

/** A PAD operator, its two tensors and the buffer that holds the paddings, [0, 0] for all but the last axis. */
const writePadding = (
  writer: FlatBufferPrefixWriter,
  reader: FlatBufferReader,
  layout: Layout,
  paddedLength: number,
): void => {
  const length = readFirstOutputLength(reader, layout)
  if (paddedLength <= length) throw new Error(`tflite: cannot pad ${length} values to ${paddedLength}`)
  const [firstOutput = -1, ...otherOutputs] = layout.outputTensors
  const paddingsTensor = layout.tensors.length
  const paddedTensor = paddingsTensor + 1
  const paddingsBuffer = layout.buffers.length + 1

  writer.table('paddings', {
    [TENSOR.shape]: to('paddingsShape'),
    [TENSOR.type]: { int8: TENSOR_TYPE.int32 },
    [TENSOR.buffer]: { int32: paddingsBuffer },
    [TENSOR.name]: to('paddingsName'),
  })
  writer.int32s('paddingsShape', [4, 2])
  writer.text('paddingsName', 'mesh_paddings')
  writer.table('padded', {
    [TENSOR.shape]: to('paddedShape'),
    [TENSOR.type]: { int8: TENSOR_TYPE.float32 },
    [TENSOR.buffer]: { int32: 0 },
    [TENSOR.name]: to('paddedName'),
  })
  writer.int32s('paddedShape', [1, 1, 1, paddedLength])
  writer.text('paddedName', 'mesh_padded')
  writer.int32s('outputs', [paddedTensor, ...otherOutputs])
  writer.table('pad', {
    [OPERATOR.opcodeIndex]: { int32: findPadOpcode(reader, layout.operatorCodes) },
    [OPERATOR.inputs]: to('padInputs'),
    [OPERATOR.outputs]: to('padOutputs'),
    [OPERATOR.builtinOptionsType]: { int8: PAD_OPTIONS },
    [OPERATOR.builtinOptions]: to('padOptions'),
  })
  writer.int32s('padInputs', [firstOutput, paddingsTensor])
  writer.int32s('padOutputs', [paddedTensor])
  writer.table('padOptions', {})
  writer.table('paddingsBuffer', { [BUFFER.data]: to('paddingsData') })
  const paddings = new Int32Array([0, 0, 0, 0, 0, 0, 0, paddedLength - length])
  writer.alignedBytes('paddingsData', new Uint8Array(paddings.buffer))
}

/**
 * A copy of a TFLite model with metadata and, on request, a longer first output. Weights stay as they are: new
 * tables are put in front of the old file and point into it.
 */
export const extendTflite = (
  model: Uint8Array,
  { normalization, padFirstOutputTo }: ExtendOptions,
): Uint8Array => {
  const reader = createFlatBufferReader(model)
  const layout = readLayout(reader)
  const writer = createFlatBufferPrefixWriter()
  const isPadded = padFirstOutputTo !== undefined
  const added = (...labels: string[]) => (isPadded ? news(...labels) : [])
  const keep = (table: number, fieldId: number): Record<number, Field> => {
    const position = reader.follow(table, fieldId)
    return position === 0 ? {} : { [fieldId]: toOld(position) }
  }

  writer.header('model', TFLITE_IDENTIFIER)
  writer.table('model', {
    [MODEL.version]: { int32: reader.int32At(reader.field(layout.model, MODEL.version)) },
    [MODEL.operatorCodes]: to('operatorCodes'),
    [MODEL.subgraphs]: to('subgraphs'),
    ...keep(layout.model, MODEL.description),
    [MODEL.buffers]: to('buffers'),
    [MODEL.metadata]: to('metadataList'),
  })
  writer.offsets('operatorCodes', olds(layout.operatorCodes))
  writer.offsets('subgraphs', news('subgraph'))
  writer.table('subgraph', {
    [SUBGRAPH.tensors]: to('tensors'),
    [SUBGRAPH.inputs]: toOld(layout.inputs),
    [SUBGRAPH.outputs]: isPadded ? to('outputs') : toOld(layout.outputs),
    [SUBGRAPH.operators]: to('operators'),
    ...keep(layout.subgraph, SUBGRAPH.name),
  })
  writer.offsets('tensors', [...olds(layout.tensors), ...added('paddings', 'padded')])
  writer.offsets('operators', [...olds(layout.operators), ...added('pad')])
  writer.offsets('buffers', [...olds(layout.buffers), ...news('metadataBuffer'), ...added('paddingsBuffer')])
  if (isPadded) writePadding(writer, reader, layout, padFirstOutputTo)

  writer.table('metadataBuffer', { [BUFFER.data]: to('metadataData') })
  writer.alignedBytes('metadataData', writeTfliteMetadata(normalization, layout.outputTensors.length))
  writer.offsets('metadataList', news('metadata'))
  writer.table('metadata', {
    [METADATA.name]: to('metadataName'),
    [METADATA.buffer]: { int32: layout.buffers.length },
  })
  writer.text('metadataName', TFLITE_METADATA_NAME)
  return writer.finish(model)
}
