import { Layout } from '../components/Layout.tsx'
import { useCopy } from '../hooks/use-copy.ts'

interface BrokenScreenProps {
  /** `offline`: a part of the page did not come; `crashed`: it came and failed. */
  why: 'offline' | 'crashed'
}

/** The page itself is broken: only loading it anew helps, and the attempt goes on where it was. */
export const BrokenScreen = ({ why }: BrokenScreenProps) => {
  const { copy, later } = useCopy()
  const { title, text } = (why === 'crashed' && later?.problem.kinds.unexpected) || copy.offline
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
      <p className="lead" data-testid="problem" data-code={why}>
        {text}
      </p>
    </Layout>
  )
}
