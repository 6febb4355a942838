interface Share {
  /** Places in all. */
  capacity: number
  /** Taken by anybody. */
  taken: number
  /** Taken by who asks. */
  own: number
  asked: number
}

/**
 * Whether who asks may take so many places: never more than are left then. One alone gets half of all, two a third each,
 * so that there is always room for another, and nobody has to be told how many there are.
 * Source: dynamic thresholds for shared buffers, Choudhury and Hahne, IEEE/ACM Transactions on Networking 6(2), 1998.
 */
export const isWithinFairShare = ({ capacity, taken, own, asked }: Share): boolean =>
  own + asked <= capacity - taken
