import { copyFile, mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MAX_IMAGE_BYTES } from '@visavis/shared/limits'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fakePicture, MARKER } from '../testing/pictures.ts'
import { readAllFiles } from '../testing/read-all-files.ts'
import type { UploadSpool } from './types.ts'
import { createUploadSpool } from './upload-spool.ts'

let dir: string
let spool: UploadSpool

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'visavis-spool-'))
  spool = await createUploadSpool({ dir, memoryBytes: 0 })
})
afterEach(async () => {
  await spool.close()
  await rm(dir, { recursive: true })
})

/** Hands out `bytes` piece by piece, each only when asked for; says how far it came and whether it was stopped. */
const bodyOf = (bytes: Uint8Array, chunkBytes = 65_536, ending: 'close' | 'error' = 'close') => {
  const state = { sent: 0, isCancelled: false }
  const stream = new ReadableStream<Uint8Array>(
    {
      pull: (controller) => {
        if (state.sent < bytes.byteLength) {
          const chunk = bytes.subarray(state.sent, state.sent + chunkBytes)
          state.sent += chunk.byteLength
          controller.enqueue(chunk)
        } else if (ending === 'close') controller.close()
        else controller.error(new Error('the line broke'))
      },
      cancel: () => {
        state.isCancelled = true
      },
    },
    { highWaterMark: 0 },
  )
  return { stream, state }
}

const spooled = async () => (await readAllFiles(dir)).filter(({ bytes }) => bytes.byteLength > 0)

describe('an upload', () => {
  it.each([
    { length: 3, type: 'jpeg', chunkBytes: 1 },
    { length: 8, type: 'png', chunkBytes: 1 },
    { length: 100_000, type: 'png', chunkBytes: 3 },
    { length: 1_000_000, type: 'jpeg', chunkBytes: 65_536 },
    { length: MAX_IMAGE_BYTES, type: 'jpeg', chunkBytes: 65_536 },
    { length: MAX_IMAGE_BYTES, type: 'png', chunkBytes: MAX_IMAGE_BYTES },
  ] as const)('of $length bytes of $type in pieces of $chunkBytes is given back', async (sample) => {
    const picture = fakePicture(sample.length, sample.type)
    const upload = await spool.receive(bodyOf(picture, sample.chunkBytes).stream)
    expect(upload).toMatchObject({ bytes: sample.length, mediaType: `image/${sample.type}` })
    expect(Buffer.compare(await upload.read(), picture)).toBe(0)
    await upload.discard()
    await upload.discard()
    expect(await spooled()).toEqual([])
  })

  it('is never on disk in the clear, nor for others to read', async () => {
    const upload = await spool.receive(bodyOf(fakePicture(1_000_000)).stream)
    const files = await spooled()
    expect(files).toHaveLength(1)
    for (const { path, bytes } of files) {
      expect(bytes.byteLength).toBe(1_000_000)
      expect(bytes.includes(MARKER)).toBe(false)
      expect((await stat(path)).mode & 0o777).toBe(0o600)
    }
    await upload.discard()
  })

  it('that was altered on disk is not given back', async () => {
    const upload = await spool.receive(bodyOf(fakePicture(1000)).stream)
    const other = await spool.receive(bodyOf(fakePicture(1000)).stream)
    const [first, second] = await spooled()
    await copyFile(first?.path ?? '', second?.path ?? '')
    const outcomes = await Promise.allSettled([upload.read(), other.read()])
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  it.each([
    { over: 1, chunkBytes: 65_536 },
    { over: 1, chunkBytes: MAX_IMAGE_BYTES },
    { over: 20_000_000, chunkBytes: 65_536 },
  ])('that is $over bytes too long is stopped in pieces of $chunkBytes', async ({ over, chunkBytes }) => {
    const { stream, state } = bodyOf(fakePicture(MAX_IMAGE_BYTES + over), chunkBytes)
    await expect(spool.receive(stream)).rejects.toMatchObject({ name: 'AppError', code: 'IMAGE_TOO_LARGE' })
    expect(state.isCancelled).toBe(true)
    expect(state.sent).toBeLessThanOrEqual(MAX_IMAGE_BYTES + chunkBytes)
    expect(await spooled()).toEqual([])
  })

  it.each([
    ['nothing', []],
    ['two bytes of a JPEG', [0xff, 0xd8]],
    ['seven bytes of a PNG', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a]],
    ['a PNG with mangled line ends', [0x89, 0x50, 0x4e, 0x47, 0x0a, 0x0a, 0x1a, 0x0a, 0]],
    ['a GIF', [...Buffer.from('GIF89a0123456789')]],
    ['a WebP', [...Buffer.from('RIFF0000WEBPVP8 ')]],
    ['a page', [...Buffer.from('<!doctype html><script>')]],
  ])('that is %s is refused', async (_, bytes) => {
    for (const chunkBytes of [1, 100]) {
      await expect(spool.receive(bodyOf(Uint8Array.from(bytes), chunkBytes).stream)).rejects.toMatchObject({
        name: 'AppError',
        code: 'IMAGE_TYPE_UNSUPPORTED',
      })
    }
    expect(await spooled()).toEqual([])
  })

  it('of the wrong type is not read any further', async () => {
    const { stream, state } = bodyOf(new Uint8Array(MAX_IMAGE_BYTES), 4)
    await expect(spool.receive(stream)).rejects.toMatchObject({ code: 'IMAGE_TYPE_UNSUPPORTED' })
    expect(state).toEqual({ sent: 8, isCancelled: true })
  })

  it('whose line breaks leaves nothing', async () => {
    const { stream } = bodyOf(fakePicture(300_000), 65_536, 'error')
    await expect(spool.receive(stream)).rejects.toThrow('the line broke')
    expect((await readAllFiles(dir)).filter(({ path }) => !path.endsWith('.lock'))).toHaveLength(1)
    expect(await spooled()).toEqual([])
  })

  it('keeps apart from fifty others', async () => {
    const pictures = Array.from({ length: 50 }, (_, index) => fakePicture(20_000 + index))
    const uploads = await Promise.all(pictures.map((picture) => spool.receive(bodyOf(picture, 1000).stream)))
    expect(await spooled()).toHaveLength(50)
    for (const [index, upload] of uploads.entries()) {
      expect(Buffer.compare(await upload.read(), pictures[index] ?? Buffer.alloc(0))).toBe(0)
      await upload.discard()
    }
    expect(await spooled()).toEqual([])
  })
})

describe('in memory', () => {
  let roomy: UploadSpool
  beforeEach(async () => {
    roomy = await createUploadSpool({ dir, memoryBytes: 2 * MAX_IMAGE_BYTES })
  })
  afterEach(() => roomy.close())
  const receive = (picture: Uint8Array) => roomy.receive(bodyOf(picture).stream)
  const collect = async (stream: AsyncIterable<Uint8Array>) => {
    const pieces: Uint8Array[] = []
    for await (const piece of stream) pieces.push(piece)
    return Buffer.concat(pieces)
  }

  it('an upload is given back, as often as it is asked for', async () => {
    const picture = fakePicture(300_000)
    const upload = await receive(picture)
    expect(upload).toMatchObject({ bytes: 300_000, mediaType: 'image/jpeg' })
    const first = await upload.read()
    expect(Buffer.compare(first, picture)).toBe(0)
    // As handing it over to a worker does.
    structuredClone(first, { transfer: [first.buffer as ArrayBuffer] })
    expect(Buffer.compare(await upload.read(), picture)).toBe(0)
    expect(Buffer.compare(await collect(upload.stream()), picture)).toBe(0)
    expect(await spooled()).toEqual([])
    await upload.discard()
    await expect(upload.read()).rejects.toThrow('discarded')
  })

  it('are more where their senders say how small they are', async () => {
    const small = () => roomy.receive(bodyOf(fakePicture(1000)).stream, 1000)
    await Promise.all(Array.from({ length: 20 }, small))
    expect(await spooled()).toEqual([])
    await receive(fakePicture(10))
    await receive(fakePicture(10))
    expect(await spooled()).toHaveLength(1)
  })

  it('are so many as fit; the next one goes to the folder, until one is discarded', async () => {
    const held = [await receive(fakePicture(10)), await receive(fakePicture(20))]
    const third = await receive(fakePicture(30))
    expect(await spooled()).toHaveLength(1)
    expect(await third.read()).toEqual(fakePicture(30))
    await held[0]?.discard()
    await held[0]?.discard()
    const [fourth, fifth] = [await receive(fakePicture(40)), await receive(fakePicture(50))]
    expect(await spooled()).toHaveLength(2)
    for (const upload of [held[1], third, fourth, fifth]) await upload?.discard()
  })

  it('one that fails leaves its room to others', async () => {
    for (const ending of ['error', 'error', 'error'] as const) {
      await expect(roomy.receive(bodyOf(fakePicture(300_000), 65_536, ending).stream)).rejects.toThrow(
        'the line',
      )
    }
    const uploads = [await receive(fakePicture(10)), await receive(fakePicture(20))]
    expect(await spooled()).toEqual([])
    for (const upload of uploads) await upload.discard()
  })

  it('one that is too long or no picture is stopped', async () => {
    const { stream, state } = bodyOf(fakePicture(MAX_IMAGE_BYTES + 1))
    await expect(roomy.receive(stream)).rejects.toMatchObject({ code: 'IMAGE_TOO_LARGE' })
    expect(state.isCancelled).toBe(true)
    await expect(receive(new Uint8Array(100))).rejects.toMatchObject({ code: 'IMAGE_TYPE_UNSUPPORTED' })
  })
})

describe('the folder', () => {
  it('is shared with processes that live', async () => {
    const upload = await spool.receive(bodyOf(fakePicture(1000)).stream)
    const others = await Promise.all([
      createUploadSpool({ dir, memoryBytes: 0 }),
      createUploadSpool({ dir, memoryBytes: 0 }),
    ])
    const theirs = await others[0].receive(bodyOf(fakePicture(2000)).stream)
    await others[1].close()
    expect(await upload.read()).toEqual(fakePicture(1000))
    expect(await theirs.read()).toEqual(fakePicture(2000))
    await others[0].close()
    await expect(theirs.read()).rejects.toThrow()
    await upload.discard()
  })

  it('holds nothing of a spool that was closed', async () => {
    const other = await createUploadSpool({ dir, memoryBytes: 0 })
    const before = await readdir(dir)
    await other.receive(bodyOf(fakePicture(1000)).stream)
    await other.close()
    const after = await readdir(dir)
    expect(before.length - after.length).toBe(2)
  })
})
