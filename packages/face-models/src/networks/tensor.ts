/** Numbers in rows, the last dimension fastest. */
export interface Tensor {
  shape: readonly number[]
  data: Float32Array
}

export const sizeOf = (shape: readonly number[]): number => shape.reduce((product, size) => product * size, 1)

/** Puts dimension `order[i]` of the tensor at place i. */
export const transpose = ({ shape, data }: Tensor, order: readonly number[]): Tensor => {
  const strides = shape.map((_, dimension) => sizeOf(shape.slice(dimension + 1)))
  const moved = new Float32Array(data.length)
  let to = 0
  const copy = (place: number, from: number): void => {
    const dimension = order[place] ?? 0
    const size = shape[dimension] ?? 0
    const stride = strides[dimension] ?? 0
    for (let index = 0; index < size; index += 1) {
      if (place < order.length - 1) copy(place + 1, from + index * stride)
      else {
        moved[to] = data[from + index * stride] ?? 0
        to += 1
      }
    }
  }
  copy(0, 0)
  return { shape: order.map((dimension) => shape[dimension] ?? 0), data: moved }
}

export const reshape = ({ data }: Tensor, shape: readonly number[]): Tensor => {
  if (sizeOf(shape) !== data.length)
    throw new Error(`${data.length} numbers do not fill [${shape.join(', ')}]`)
  return { shape, data }
}

/** A new number for each, of the number and its place in the last dimension. */
export const mapLast = ({ shape, data }: Tensor, change: (value: number, last: number) => number): Tensor => {
  const length = shape.at(-1) ?? 1
  const changed = new Float32Array(data.length)
  for (let index = 0; index < data.length; index += 1)
    changed[index] = change(data[index] ?? 0, index % length)
  return { shape, data: changed }
}
