import { type ReactNode, useEffect, useRef } from 'react'
import { IS_TEST } from '../api/mode.ts'

/** Whoever comes to a page by a link of ours hears its name, and goes on from there with the keyboard. */
export const Heading = ({ title, children }: { title: string; children?: ReactNode }) => {
  const ref = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${IS_TEST ? 'Test: ' : ''}${title} · Visavis console`
    ref.current?.focus({ preventScroll: true })
  }, [title])
  return (
    <header className="heading">
      <h1 tabIndex={-1} ref={ref}>
        {title}
      </h1>
      {children}
    </header>
  )
}
