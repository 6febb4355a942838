import { Badge } from '../components/Badge.tsx'
import { Layout } from '../components/Layout.tsx'
import { Spinner } from '../components/Spinner.tsx'
import { useCaptureActor, useCaptureContext, useSnapshot } from '../hooks/use-capture.ts'
import { useCopy, useLaterCopy } from '../hooks/use-copy.ts'
import { useHandoffCopy } from '../hooks/use-handoff-copy.ts'
import { BrokenScreen } from './BrokenScreen.tsx'
import { LoadingScreen } from './LoadingScreen.tsx'

/** The end, in neutral words: this page is never told a verdict. */
export const DoneScreen = () => {
  const isHandedOver = useCaptureContext(({ session }) => session?.handed_over === true)
  return isHandedOver ? <HandedOver /> : <GoingBack />
}

/** The device that started this goes back; here is nothing left to do. */
const HandedOver = () => {
  const { locale } = useCopy()
  const words = useHandoffCopy(locale)
  if (words === 'failed') return <BrokenScreen why="offline" />
  if (!words) return <LoadingScreen />
  return (
    <Layout screen="done" title={words.doneTitle} badge={<Badge icon="check" tone="good" />}>
      <p className="lead">{words.doneText}</p>
    </Layout>
  )
}

const GoingBack = () => {
  const { copy, format } = useLaterCopy()
  const actor = useCaptureActor()
  const isLeaving = useSnapshot((snapshot) => snapshot.matches('leaving'))
  const hasLeft = useCaptureContext(({ farewell }) => farewell !== null)
  const { done } = copy
  return (
    <Layout
      screen="done"
      isWaiting
      title={hasLeft ? done.leftTitle : done.title}
      badge={<Badge icon="check" tone={hasLeft ? 'plain' : 'good'} />}
      actions={
        !isLeaving && (
          <button type="button" className="button" onClick={() => actor.send({ type: 'return.requested' })}>
            {format(copy.back)}
          </button>
        )
      }
    >
      <p className="lead">
        <Spinner />
        <span>{isLeaving ? done.leaving : format(done.text)}</span>
      </p>
    </Layout>
  )
}
