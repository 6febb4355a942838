const LEVELS = [1, 2, 3, 4, 5]

interface LevelScaleProps {
  level: number
  /** That the journey asked for at that time. */
  minimum: number | undefined
}

/** The level reached beside the one asked for; what is drawn is said in words too. */
export const LevelScale = ({ level, minimum }: LevelScaleProps) => {
  const reached = level === 0 ? 'No match at any level' : `Level ${level} of 5`
  const asked = minimum === undefined ? '' : `, the journey asks for ${minimum}`
  const isEnough = minimum === undefined || level >= minimum
  return (
    <span className="scale">
      <span aria-hidden="true" className={`scale-steps ${isEnough ? 'scale-good' : 'scale-bad'}`}>
        {LEVELS.map((step) => (
          <span
            key={step}
            className={`${step <= level ? 'scale-full' : ''} ${step === minimum ? 'scale-asked' : ''}`}
          />
        ))}
      </span>
      <span>
        {reached}
        {asked}
      </span>
    </span>
  )
}
