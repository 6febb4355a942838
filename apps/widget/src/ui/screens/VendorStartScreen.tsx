import { ConsentNotice } from '../components/ConsentNotice.tsx'
import { StartLayout } from '../components/StartLayout.tsx'
import { useLaterCopy } from '../hooks/use-copy.ts'

/** As the start screen, for a capture that a service of the partner's takes: what it says has to be true of that. */
export const VendorStartScreen = () => {
  const { copy, format } = useLaterCopy()
  const { start, vendor } = copy
  const { open, look, compare } = vendor.steps
  return (
    <StartLayout
      screen="vendor-start"
      title={start.title}
      consent={vendor.consent}
      steps={[
        { icon: 'send', ...open },
        { icon: 'eye', ...look },
        { icon: 'compare', ...compare },
      ]}
      intro={<p className="lead">{format(vendor.lead)}</p>}
    >
      <ConsentNotice />
    </StartLayout>
  )
}
