import { Link } from '@tanstack/react-router'
import { Heading } from '../parts/Heading.tsx'

export const Missing = () => (
  <main className="door">
    <Heading title="There is no such page" />
    <p>
      <Link to="/">To the overview</Link>
    </p>
  </main>
)
