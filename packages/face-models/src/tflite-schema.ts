/**
 * Field numbers of the FlatBuffer tables we touch, in the order the schema declares them.
 * Source: tensorflow/lite/schema/schema.fbs (file identifier "TFL3"), schema version 3c.
 */
export const MODEL = { version: 0, operatorCodes: 1, subgraphs: 2, description: 3, buffers: 4, metadata: 6 }
export const SUBGRAPH = { tensors: 0, inputs: 1, outputs: 2, operators: 3, name: 4 }
export const TENSOR = { shape: 0, type: 1, buffer: 2, name: 3 }
export const OPERATOR = {
  opcodeIndex: 0,
  inputs: 1,
  outputs: 2,
  builtinOptionsType: 3,
  builtinOptions: 4,
}
/** `builtinCode` took over from the 8-bit `deprecatedBuiltinCode` in schema 3a; the larger of both counts. */
export const OPERATOR_CODE = { deprecatedBuiltinCode: 0, builtinCode: 3 }
export const BUFFER = { data: 0 }
export const METADATA = { name: 0, buffer: 1 }

/** enum BuiltinOperator. */
export const PAD_OPERATOR = 34
/** union BuiltinOptions. */
export const PAD_OPTIONS = 22
/** enum TensorType. */
export const TENSOR_TYPE = { float32: 0, float16: 1, int32: 2 } as const

export const TFLITE_IDENTIFIER = 'TFL3'
/** Name under which `Model.metadata` points to the bytes of tflite-metadata.ts. Source: TFLite metadata guide. */
export const TFLITE_METADATA_NAME = 'TFLITE_METADATA'
