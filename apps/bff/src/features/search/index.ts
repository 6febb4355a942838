/** Comparing two pictures (1:1), and looking for a face among many (1:N). */

export type { SearchDeps, SearchRepositories } from './deps.ts'
export { eraseIndexEntries } from './erase.ts'
export { faceIndexRepo } from './face-index-repo.ts'
export { FACE_INDEX_ENDPOINTS } from './face-index-routes.ts'
export { FACE_MATCH_ENDPOINTS } from './face-match-routes.ts'
export { FACE_SEARCH_ENDPOINTS } from './face-search-routes.ts'
export { createPartition } from './features-tables.ts'
export { type FaceIndexSupport, lookForPgvector, prepareFaceIndex } from './prepare-face-index.ts'
export { reindexFaces } from './reindex-faces.ts'
export { vendorIndexRepo } from './vendor-index-repo.ts'
