import { ConsentNotice } from '../components/ConsentNotice.tsx'
import { StartLayout } from '../components/StartLayout.tsx'
import { useLaterCopy } from '../hooks/use-copy.ts'

/** As the start screen, where a short video of the turn of the head is sent and kept: the person agrees to that too. */
export const VideoStartScreen = () => {
  const { copy, format } = useLaterCopy()
  const { start, video } = copy
  return (
    <StartLayout
      screen="video-start"
      title={start.title}
      consent={video.consent}
      steps={[
        { icon: 'eye', ...video.look },
        { icon: 'send', ...video.send },
        { icon: 'compare', ...start.steps.compare },
      ]}
      intro={<p className="lead">{format(video.lead)}</p>}
    >
      <ConsentNotice />
    </StartLayout>
  )
}
