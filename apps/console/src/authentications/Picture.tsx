import { useQuery } from '@tanstack/react-query'
import { hasRole } from '@visavis/shared/console-roles'
import { useEffect, useState } from 'react'
import { meQuery } from '../api/queries.ts'
import { ApiError, getBlob } from '../api/request.ts'
import { withPasskey } from '../api/with-passkey.ts'
import { Trouble } from '../parts/Trouble.tsx'
import { AskToLook } from './AskToLook.tsx'

interface PictureProps {
  id: string
  /** Of the picture, for whoever does not see it. */
  name: string
  /** Stands below it, and tells its button from that of the one beside it. */
  title?: string
  /** Default: `selfie`. */
  kind?: keyof typeof KINDS
}

/** How each is asked for. */
const KINDS = { selfie: 'the picture', filmstrip: 'the turns of the head', video: 'the video' } as const

/**
 * Closed until somebody asks: before that, nothing of it is loaded. Each asking is a look in the audit log, for which the
 * passkey has to be recent, and what is closed again is forgotten.
 */
export const Picture = ({ id, name, title, kind = 'selfie' }: PictureProps) => {
  const { data: me } = useQuery(meQuery)
  const [isOpen, setOpen] = useState(false)
  const [url, setUrl] = useState<string>()
  const [error, setError] = useState<Error | null>(null)
  const [tries, setTries] = useState(0)

  // biome-ignore lint/correctness/useExhaustiveDependencies: another try is another request
  useEffect(() => {
    if (!isOpen) return
    const abort = new AbortController()
    let made: string | undefined
    withPasskey(() => getBlob(`/pictures/${id}`, abort.signal)).then(
      (blob) => {
        if (abort.signal.aborted) return
        made = URL.createObjectURL(blob)
        setUrl(made)
      },
      (cause: Error) => {
        if (!abort.signal.aborted) setError(cause)
      },
    )
    return () => {
      abort.abort()
      if (made !== undefined) URL.revokeObjectURL(made)
      setUrl(undefined)
      setError(null)
    }
  }, [isOpen, id, tries])

  const isToAsk = error instanceof ApiError && error.codes.includes('picture_access_needed')
  const shown = (src: string) =>
    kind === 'video' ? (
      // Nobody speaks in it: there is no sound.
      <video src={src} aria-label={name} controls muted playsInline />
    ) : (
      <img src={src} alt={name} />
    )

  return (
    <figure className={kind === 'selfie' ? 'picture' : 'picture evidence'}>
      {url && shown(url)}
      {!url && kind === 'selfie' && <div className="picture-closed" aria-hidden="true" />}
      <figcaption>
        {title && <strong>{title}</strong>}
        {me && hasRole(me.role, 'reviewer') ? (
          <>
            <button type="button" className="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
              {`${isOpen ? 'Hide' : 'Show'} ${KINDS[kind]}`}
              {title && <span className="unseen">: {title}</span>}
            </button>
            <p className="quiet">Each look is written to the audit log.</p>
          </>
        ) : (
          <p className="quiet">
            {kind === 'video' ? 'There is a video.' : 'There is a picture.'} Your role sees none.
          </p>
        )}
        {isToAsk ? (
          <AskToLook pictureId={id} onAgain={() => setTries(tries + 1)} />
        ) : (
          <Trouble error={error} />
        )}
      </figcaption>
    </figure>
  )
}
