export const MEGABYTE = 2 ** 20

/** What a server takes now, in MB, by the metrics on its `METRICS_PORT`. */
export const readMemory = async (metricsPort: number): Promise<number> => {
  const text = await (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text()
  return Number(/^process_resident_memory_bytes (\S+)/m.exec(text)?.[1]) / MEGABYTE
}
