import { Component, type ReactNode } from 'react'

interface CrashBoundaryProps {
  /** Turns the camera off: nothing may be taken or sent that the person cannot see. */
  onCrash: () => void
  fallback: ReactNode
  children: ReactNode
}

/**
 * What React cannot draw any more, such as a page whose nodes an extension moved, is told in words, never by a blank
 * page with the camera on behind it.
 */
export class CrashBoundary extends Component<CrashBoundaryProps, { hasCrashed: boolean }> {
  static readonly getDerivedStateFromError = () => ({ hasCrashed: true })

  override readonly state = { hasCrashed: false }

  override componentDidCatch(): void {
    this.props.onCrash()
  }

  override render(): ReactNode {
    return this.state.hasCrashed ? this.props.fallback : this.props.children
  }
}
