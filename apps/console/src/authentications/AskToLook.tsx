import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { LookReason } from '@visavis/shared/look-reasons'
import { useState } from 'react'
import { askToLook, forgetPictureRequests, pictureRequestsQuery } from '../api/picture-requests.ts'
import { ChoiceField } from '../fields/ChoiceField.tsx'
import { Time } from '../parts/Time.tsx'
import { Trouble } from '../parts/Trouble.tsx'
import { LOOK_REASON_OPTIONS } from '../words/words.ts'

interface AskToLookProps {
  pictureId: string
  /** Whether it is allowed by now. */
  onAgain: () => void
}

/** In the place of a picture that a colleague has to allow first. */
export const AskToLook = ({ pictureId, onAgain }: AskToLookProps) => {
  const [reason, setReason] = useState<LookReason>('review')
  const client = useQueryClient()
  const { data: requests } = useQuery(pictureRequestsQuery)
  const last = requests?.data.findLast(({ is_own: isOwn, picture_id: id }) => isOwn && id === pictureId)
  const { mutate, data, error, isPending } = useMutation({
    mutationFn: () => askToLook(pictureId, reason),
    onSuccess: () => forgetPictureRequests(client),
  })
  const waiting = last?.status === 'waiting' ? last : data
  if (waiting) {
    return (
      <>
        <p role="status">
          A colleague is asked, until <Time iso={waiting.expires_on} />. They find it under{' '}
          <i>Picture requests</i>.
        </p>
        <button type="button" className="button" onClick={onAgain}>
          Look again whether it is allowed
        </button>
      </>
    )
  }
  return (
    <div className="settings">
      {last?.status === 'refused' && <p role="status">A colleague has refused it.</p>}
      <p>
        A second person has to allow this look. It is good for all pictures of this person, for 15 minutes.
      </p>
      <ChoiceField label="Why" value={reason} options={LOOK_REASON_OPTIONS} onChange={setReason} />
      <button
        type="button"
        className="button"
        aria-disabled={isPending}
        onClick={() => isPending || mutate()}
      >
        Ask a colleague
      </button>
      <Trouble error={error} />
    </div>
  )
}
