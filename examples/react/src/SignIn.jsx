import { VisavisCapture } from '@visavis/react'
import { useRef, useState } from 'react'

/** Two buttons, then the capture in their place, then what the server read. */
export const SignIn = () => {
  const [started, setStarted] = useState(null)
  const [result, setResult] = useState('')
  const capture = useRef(null)

  const start = async (path) => setStarted(await (await fetch(path, { method: 'POST' })).json())
  const finish = async ({ id }) => {
    const decision = id ? await (await fetch(`/decision?id=${id}`)).json() : null
    setResult(decision?.status ?? 'Your face is on file')
  }
  const fail = ({ code, isFinal }) => {
    if (!isFinal) return
    setResult(`That did not work: ${code}`)
    setStarted(null)
  }

  return (
    <main>
      <h1>Shop</h1>
      {started ? (
        <>
          <VisavisCapture
            ref={capture}
            verificationUrl={started.verificationUrl}
            onCompleted={() => finish(started)}
            onFailed={fail}
            onClosed={() => setStarted(null)}
          />
          <button type="button" onClick={() => capture.current.close()}>
            Cancel
          </button>
        </>
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
