import { useCaptureActor, useCaptureContext } from '../hooks/use-capture.ts'
import { useCopy } from '../hooks/use-copy.ts'

/** Phones and tablets have no mouse: they are where others go on. */
const isPhone = () => matchMedia('(pointer: coarse) and (hover: none)').matches

/** The way to a device with a better camera, where the partner offers it. */
export const PhoneButton = () => {
  const { copy } = useCopy()
  const actor = useCaptureActor()
  const isOffered = useCaptureContext(({ session }) => session?.handoff === true)
  if (!isOffered || isPhone()) return null
  return (
    <button
      type="button"
      className="button button-quiet"
      data-testid="use-phone"
      onClick={() => actor.send({ type: 'handoff.requested' })}
    >
      {copy.usePhone}
    </button>
  )
}
