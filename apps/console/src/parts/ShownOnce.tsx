import { type ReactNode, useEffect, useId, useRef } from 'react'
import { CopyButton } from './CopyButton.tsx'

interface ShownOnceProps {
  title: string
  /** What to copy, by name. */
  texts: readonly (readonly [name: string, text: string])[]
  children: ReactNode
}

/** A secret in the moment it was made. It is nowhere but on this page, and gone with it. */
export const ShownOnce = ({ title, texts, children }: ShownOnceProps) => {
  const id = useId()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <section className="card" aria-labelledby={id}>
      <h2 id={id} tabIndex={-1} ref={heading}>
        {title}
      </h2>
      {texts.map(([name, text]) => (
        <div key={name} className="secret">
          <strong>{name}</strong>
          <code translate="no">{text}</code>
          <p>
            <CopyButton text={text} name={name} />
          </p>
        </div>
      ))}
      {children}
    </section>
  )
}
