/** All frames behind one another, and how long each is: what a worker is handed. */
export interface FrameRows {
  bytes: Uint8Array
  lengths: readonly (readonly number[])[]
}

export const joinRows = (rows: readonly (readonly Uint8Array[])[]): FrameRows => ({
  bytes: new Uint8Array(Buffer.concat(rows.flat())),
  lengths: rows.map((row) => row.map((frame) => frame.byteLength)),
})
