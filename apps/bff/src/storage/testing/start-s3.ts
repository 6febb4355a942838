import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import S3rver from '@20minutes/s3rver'
import type { S3Options } from '../assets/s3-driver.ts'

export interface RunningS3 {
  /** What opens its one bucket. */
  options: S3Options
  stop(): Promise<void>
}

/** A local S3 server with one empty bucket. It checks signatures as the service does. */
export const startS3 = async (): Promise<RunningS3> => {
  const directory = await mkdtemp(join(tmpdir(), 'visavis-s3-'))
  const server = new S3rver({
    address: '127.0.0.1',
    port: 0,
    silent: true,
    directory,
    configureBuckets: [{ name: 'pictures' }],
  })
  const { port } = await server.run()
  return {
    options: {
      endpoint: `http://127.0.0.1:${port}`,
      bucket: 'pictures',
      region: 'us-east-1',
      // Its one account.
      accessKeyId: 'S3RVER',
      secretAccessKey: 'S3RVER',
    },
    stop: async () => {
      await server.close()
      await rm(directory, { recursive: true, force: true })
    },
  }
}
