/** Which part of a list is wanted. */
export interface Page {
  skip: number
  limit: number
}

export interface Paged<Row> {
  totalCount: number
  rows: Row[]
}
