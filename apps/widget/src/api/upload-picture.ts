import { formatQuality, type QualityVector } from '@visavis/face-quality/quality-vector'
import type { UNTURNED_STEP_HEADER } from '@visavis/shared/liveness'
import type { PICTURE_QUALITY_HEADER } from '@visavis/shared/picture-quality'
import type { PICTURE_SOURCE_HEADER, PictureSource } from '@visavis/shared/picture-source'
import { CaptureApiError } from './capture-api-error.ts'
import type { HttpAnswer } from './read-answer.ts'

/** 5 MB over a slow mobile line (0.5 Mbit/s) takes 80 s; the comparison comes on top. */
const UPLOAD_TIMEOUT_MS = 120_000

export interface UploadPictureOptions {
  url: string
  token: string
  /** Headers that prove where it comes from. */
  proof?: Readonly<Record<string, string>>
  picture: Blob
  quality?: QualityVector | null
  source: PictureSource
  step?: string | undefined
  signal: AbortSignal
  /** Share sent, 0 to 1. */
  onProgress: (share: number) => void
  createXhr?: (() => XMLHttpRequest) | undefined
}

/**
 * PUTs the picture. XMLHttpRequest, because `fetch` reports no upload progress.
 * @throws CaptureApiError `NETWORK`
 */
export const uploadPicture = ({
  url,
  token,
  proof = {},
  picture,
  quality,
  source,
  step,
  signal,
  onProgress,
  createXhr = () => new XMLHttpRequest(),
}: UploadPictureOptions) =>
  new Promise<HttpAnswer>((resolve, reject) => {
    const xhr = createXhr()
    const stop = () => xhr.abort()
    const fail = () => reject(new CaptureApiError('NETWORK', { retryable: true }))
    xhr.open('PUT', url)
    xhr.timeout = UPLOAD_TIMEOUT_MS
    xhr.setRequestHeader('Authorization', `Bearer ${token}`)
    for (const [name, value] of Object.entries(proof)) xhr.setRequestHeader(name, value)
    xhr.setRequestHeader('Content-Type', picture.type)
    xhr.setRequestHeader('Capture-Source' satisfies typeof PICTURE_SOURCE_HEADER, source)
    const measured = quality ? formatQuality(quality) : ''
    if (measured) xhr.setRequestHeader('Capture-Quality' satisfies typeof PICTURE_QUALITY_HEADER, measured)
    if (step) xhr.setRequestHeader('Capture-Unturned' satisfies typeof UNTURNED_STEP_HEADER, step)
    xhr.upload.onprogress = ({ lengthComputable, loaded, total }) => {
      if (lengthComputable && total > 0) onProgress(loaded / total)
    }
    xhr.onload = () =>
      resolve({
        status: xhr.status,
        text: xhr.responseText,
        nonce: xhr.getResponseHeader('DPoP-Nonce') ?? undefined,
      })
    xhr.onerror = fail
    xhr.ontimeout = fail
    xhr.onabort = fail
    xhr.onloadend = () => signal.removeEventListener('abort', stop)
    if (signal.aborted) return fail()
    signal.addEventListener('abort', stop)
    xhr.send(picture)
  })
