import type { ConsoleAuthenticationView } from '@visavis/shared/console-api'
import { formatTime } from '../words/format-time.ts'
import { Picture } from './Picture.tsx'

/** The faces on file, beside what was taken. */
export const References = ({ references }: Pick<ConsoleAuthenticationView, 'references'>) =>
  references.flatMap(({ face, pictures }) =>
    pictures.map(({ id }) => (
      <Picture
        key={id}
        id={id}
        name={`Face on file since ${formatTime(face.created_on)}`}
        title={`On file since ${formatTime(face.created_on)}${face.status === 'DISABLED' ? ', disabled' : ''}`}
      />
    )),
  )
