export { type BuildOptions, type BuildResult, buildModels } from './build-models.ts'
export {
  buildNetworks,
  ConvertedNetworkError,
  type NetworkBuildOptions,
  type NetworkBuildResult,
  NetworkNotBuiltError,
  readNetwork,
} from './build-networks.ts'
export type { ModelFile, ModelManifest } from './manifest.ts'
export { NETWORK_NAMES, type NetworkName } from './networks/catalog.ts'
export { type BuiltModels, ModelsNotBuiltError, readModelManifest } from './read-model-manifest.ts'
export { SourceFileError } from './source-files.ts'
