import { useState } from 'react'

interface CopyButtonProps {
  text: string
  /** What it copies, for whoever hears of several. */
  name?: string
}

export const CopyButton = ({ text, name }: CopyButtonProps) => {
  const [said, setSaid] = useState('')
  return (
    <>
      <button
        type="button"
        className="button"
        onClick={() => {
          navigator.clipboard.writeText(text).then(
            () => setSaid('Copied.'),
            () => setSaid('The browser does not let this page copy. Select it and copy it by hand.'),
          )
        }}
      >
        Copy{name && <span className="unseen"> {name}</span>}
      </button>{' '}
      <span role="status">{said}</span>
    </>
  )
}
