/** Whole lists as files, page by page. */

export { answerList, pageOrFileOf } from './answer-list.ts'
export { createExportRoom } from './export-room.ts'
export type { CsvColumns } from './to-csv.ts'
