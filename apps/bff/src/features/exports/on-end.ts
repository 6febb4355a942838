/** The same stream, which says when it has ended, was broken off, or nobody wants the rest of it. */
export const onEnd = (
  stream: ReadableStream<Uint8Array>,
  tell: (failure?: unknown) => void,
): ReadableStream<Uint8Array> => {
  const reader = stream.getReader()
  return new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        try {
          const { done, value } = await reader.read()
          if (!done) return controller.enqueue(value)
          tell()
          controller.close()
        } catch (failure) {
          tell(failure)
          controller.error(failure)
        }
      },
      cancel: async (reason) => {
        tell()
        await reader.cancel(reason)
      },
    },
    { highWaterMark: 0 },
  )
}
