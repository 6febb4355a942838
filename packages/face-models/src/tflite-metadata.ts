import { Builder, type Offset } from 'flatbuffers'

/** How the model wants its input: `(pixel − mean) ÷ std`, pixel in 0…255. */
export interface Normalization {
  mean: number
  std: number
}

/**
 * Field numbers, field counts and enum values of the tables written here.
 * Source: tflite-support metadata_schema.fbs, file identifier "M001".
 */
const MODEL_METADATA = { fields: 8, name: 0, subgraphMetadata: 3, minParserVersion: 7 }
const SUBGRAPH_METADATA = { fields: 10, inputTensorMetadata: 2, outputTensorMetadata: 3 }
const TENSOR_METADATA = { fields: 7, name: 0, content: 3, processUnits: 4 }
const CONTENT = { fields: 3, propertiesType: 0, properties: 1 }
const IMAGE_PROPERTIES = { fields: 2, colorSpace: 0 }
const PROCESS_UNIT = { fields: 2, optionsType: 0, options: 1 }
const NORMALIZATION_OPTIONS = { fields: 2, mean: 0, std: 1 }
const CONTENT_IS_IMAGE = 2
const COLOR_SPACE_RGB = 1
const PROCESS_UNIT_IS_NORMALIZATION = 1
const IDENTIFIER = 'M001'

/**
 * The metadata MediaPipe Tasks asks of a vision model: an RGB image input with its normalization, and a name for
 * each output. Without it: "Input tensor has type float32: it requires specifying NormalizationOptions".
 */
export const writeTfliteMetadata = ({ mean, std }: Normalization, outputCount: number): Uint8Array => {
  const builder = new Builder(1024)
  const table = (fieldCount: number, fill: () => void): Offset => {
    builder.startObject(fieldCount)
    fill()
    return builder.endObject()
  }
  const vector = (values: readonly number[], add: (value: number) => void): Offset => {
    builder.startVector(4, values.length, 4)
    for (const value of values.toReversed()) add(value)
    return builder.endVector()
  }
  const floats = (values: readonly number[]) => vector(values, (value) => builder.addFloat32(value))
  const offsets = (values: readonly Offset[]) => vector(values, (value) => builder.addOffset(value))

  const means = floats([mean])
  const stds = floats([std])
  const normalization = table(NORMALIZATION_OPTIONS.fields, () => {
    builder.addFieldOffset(NORMALIZATION_OPTIONS.mean, means, 0)
    builder.addFieldOffset(NORMALIZATION_OPTIONS.std, stds, 0)
  })
  const processUnits = offsets([
    table(PROCESS_UNIT.fields, () => {
      builder.addFieldInt8(PROCESS_UNIT.optionsType, PROCESS_UNIT_IS_NORMALIZATION, 0)
      builder.addFieldOffset(PROCESS_UNIT.options, normalization, 0)
    }),
  ])
  const imageProperties = table(IMAGE_PROPERTIES.fields, () => {
    builder.addFieldInt8(IMAGE_PROPERTIES.colorSpace, COLOR_SPACE_RGB, 0)
  })
  const content = table(CONTENT.fields, () => {
    builder.addFieldInt8(CONTENT.propertiesType, CONTENT_IS_IMAGE, 0)
    builder.addFieldOffset(CONTENT.properties, imageProperties, 0)
  })
  const inputName = builder.createString('image')
  const inputs = offsets([
    table(TENSOR_METADATA.fields, () => {
      builder.addFieldOffset(TENSOR_METADATA.name, inputName, 0)
      builder.addFieldOffset(TENSOR_METADATA.content, content, 0)
      builder.addFieldOffset(TENSOR_METADATA.processUnits, processUnits, 0)
    }),
  ])
  const outputs = offsets(
    Array.from({ length: outputCount }, (_, index) => {
      const name = builder.createString(`output_${index}`)
      return table(TENSOR_METADATA.fields, () => builder.addFieldOffset(TENSOR_METADATA.name, name, 0))
    }),
  )
  const subgraphs = offsets([
    table(SUBGRAPH_METADATA.fields, () => {
      builder.addFieldOffset(SUBGRAPH_METADATA.inputTensorMetadata, inputs, 0)
      builder.addFieldOffset(SUBGRAPH_METADATA.outputTensorMetadata, outputs, 0)
    }),
  ])
  const modelName = builder.createString('face')
  const parserVersion = builder.createString('1.0.0')
  const model = table(MODEL_METADATA.fields, () => {
    builder.addFieldOffset(MODEL_METADATA.name, modelName, 0)
    builder.addFieldOffset(MODEL_METADATA.subgraphMetadata, subgraphs, 0)
    builder.addFieldOffset(MODEL_METADATA.minParserVersion, parserVersion, 0)
  })
  builder.finish(model, IDENTIFIER)
  return builder.asUint8Array()
}
