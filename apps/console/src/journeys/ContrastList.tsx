import type { JourneyTheme } from '@visavis/shared/user-journeys'
import { Badge } from '../parts/Badge.tsx'
import { formatRatio, listContrasts } from './contrast-rules.ts'

/** Told with every letter, before anything is saved. */
export const ContrastList = ({ colors }: { colors: NonNullable<JourneyTheme['colors']> }) => (
  <ul className="contrasts" role="status" aria-label="Contrast">
    {listContrasts(colors).map(({ name, ratio, needed, isEnough, otherwise }) => (
      <li key={name}>
        <Badge
          words={`${formatRatio(ratio)} ${isEnough ? 'enough' : 'too little'}`}
          tone={isEnough ? 'good' : 'bad'}
        />{' '}
        {name}, {needed} : 1 needed. {!isEnough && otherwise}
      </li>
    ))}
  </ul>
)
