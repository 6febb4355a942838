import { randomUUID } from 'node:crypto'
import { createStorage, type Storage } from 'unstorage'
import { type S3Options, s3Driver } from '../../storage/assets/s3-driver.ts'
import { about, type Finding, toReason } from './finding.ts'

/** Does with one small object what the server does with pictures, and takes it away again. */
export const examineBucket = async (options: S3Options): Promise<Finding> => {
  const bucket = about('bucket')
  const storage = createStorage({ driver: s3Driver(options) })
  const name = `doctor-${randomUUID()}`
  const content = Buffer.from(name)
  try {
    // An object that is not there is told from one that may not be read by those who may list.
    await storage.getItemRaw(name)
    const read = await putAndGet(storage, name, content)
    if (!read || !content.equals(read)) {
      return bucket.wrong(`${options.bucket} gives back something else than was put into it`)
    }
    return bucket.ok(`${options.bucket} takes, gives back and removes an object`)
  } catch (failure) {
    return bucket.wrong(
      `${options.bucket} cannot be used: ${toReason(failure)}. Correct the S3_… settings, or what its key may do ` +
        '(GetObject, PutObject, DeleteObject, ListBucket)',
    )
  }
}

/** Takes it away again, whatever comes of reading it. */
const putAndGet = async (storage: Storage, name: string, content: Uint8Array) => {
  await storage.setItemRaw(name, content)
  let read: Uint8Array | null
  try {
    read = await storage.getItemRaw<Uint8Array>(name)
  } catch (failure) {
    await storage.removeItem(name).catch(() => {})
    throw failure
  }
  await storage.removeItem(name)
  return read
}
