export { type BuildOptions, type BuildResult, buildModels } from './build-models.ts'
export type { ModelFile, ModelManifest } from './manifest.ts'
export { type BuiltModels, ModelsNotBuiltError, readModelManifest } from './read-model-manifest.ts'
export { SourceFileError } from './source-files.ts'
