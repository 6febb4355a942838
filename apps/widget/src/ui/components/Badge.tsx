import { LaterIcon, type LaterIconName } from './LaterIcon.tsx'

interface BadgeProps {
  icon: LaterIconName
  tone?: 'plain' | 'good' | 'care'
}

/** What a screen is about, at a glance; its heading says it. */
export const Badge = ({ icon, tone = 'plain' }: BadgeProps) => (
  <span className="badge" data-tone={tone}>
    <LaterIcon name={icon} />
  </span>
)
