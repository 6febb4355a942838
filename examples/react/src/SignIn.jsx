import { VisavisCapture } from '@visavis/react'
import { useState } from 'react'

/** Two buttons, then the capture in their place, then what the server read. */
export const SignIn = () => {
  const [started, setStarted] = useState(null)
  const [result, setResult] = useState('')

  const start = async (path) => setStarted(await (await fetch(path, { method: 'POST' })).json())
  const finish = async ({ id }) => {
    const decision = id ? await (await fetch(`/decision?id=${id}`)).json() : null
    setResult(decision?.status ?? 'Your face is on file')
    setStarted(null)
  }

  return (
    <main>
      <h1>Shop</h1>
      {started ? (
        <VisavisCapture
          verificationUrl={started.verificationUrl}
          onEvent={(event) => {
            if (event.type === 'capture.completed') void finish(started)
            if (event.type === 'capture.aborted') setStarted(null)
            if (event.type === 'capture.failed' && event.isFinal) {
              setResult(`That did not work: ${event.code}`)
              setStarted(null)
            }
          }}
        />
      ) : (
        <>
          <button type="button" onClick={() => start('/enrol')}>
            Add my face
          </button>
          <button type="button" onClick={() => start('/sign-in')}>
            Sign in with my face
          </button>
        </>
      )}
      <p role="status">{result}</p>
    </main>
  )
}
