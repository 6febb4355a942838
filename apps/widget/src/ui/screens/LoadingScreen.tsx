import { Layout } from '../components/Layout.tsx'
import { Spinner } from '../components/Spinner.tsx'
import { useCopy } from '../hooks/use-copy.ts'

export const LoadingScreen = () => {
  const { copy } = useCopy()
  return (
    <Layout screen="loading" title={copy.loading} isWaiting>
      <Spinner />
    </Layout>
  )
}
