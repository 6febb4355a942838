import { useId } from 'react'
import { useCaptureActor } from '../hooks/use-capture.ts'
import { useLaterCopy } from '../hooks/use-copy.ts'
import { LaterIcon } from './LaterIcon.tsx'

/** A file input that looks like a button. On phones `capture` opens the camera app. */
export const PhotoPicker = ({ isMain = false }: { isMain?: boolean }) => {
  const { copy } = useLaterCopy()
  const actor = useCaptureActor()
  const hintId = useId()
  return (
    <div className="picker">
      <label className={isMain ? 'button button-primary' : 'button'}>
        <LaterIcon name="photo" />
        <span>{copy.photo.choose}</span>
        <input
          className="picker-input"
          type="file"
          accept="image/jpeg,image/png"
          capture="user"
          aria-describedby={hintId}
          onChange={({ currentTarget }) => {
            const file = currentTarget.files?.[0]
            // Emptied, so that choosing the same file again counts as a change.
            currentTarget.value = ''
            if (file) actor.send({ type: 'photo.chosen', file })
          }}
        />
      </label>
      <p id={hintId} className="hint">
        {copy.photo.hint}
      </p>
    </div>
  )
}
