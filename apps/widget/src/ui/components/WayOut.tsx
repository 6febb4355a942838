import { useCopy } from '../hooks/use-copy.ts'
import { OtherWay } from './OtherWay.tsx'

/** Out of a wait that does not end: the page anew, which goes on where the attempt is, or another way. */
export const WayOut = () => {
  const { copy } = useCopy()
  return (
    <>
      <button type="button" className="button" data-testid="way-out" onClick={() => location.reload()}>
        {copy.again}
      </button>
      <OtherWay />
    </>
  )
}
