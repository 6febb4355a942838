import { Layout } from '../components/Layout.tsx'
import { useCopy } from '../hooks/use-copy.ts'

/** A part of the page itself did not come: only loading it anew helps, and the attempt goes on where it was. */
export const BrokenScreen = () => {
  const { copy } = useCopy()
  const { title, text } = copy.offline
  return (
    <Layout
      screen="problem"
      title={title}
      actions={
        <button type="button" className="button button-primary" onClick={() => location.reload()}>
          {copy.again}
        </button>
      }
    >
      <p className="lead" data-testid="problem" data-code="offline">
        {text}
      </p>
    </Layout>
  )
}
