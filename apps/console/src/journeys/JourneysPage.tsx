import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { journeySettingsQuery } from '../api/journeys.ts'
import { Heading } from '../parts/Heading.tsx'
import { Time } from '../parts/Time.tsx'
import { Trouble } from '../parts/Trouble.tsx'
import { toPlainWords } from './journey-words.ts'

export const JourneysPage = () => {
  const { data, error } = useQuery(journeySettingsQuery)
  return (
    <>
      <Heading title="Journeys">
        <Link to="/journeys/new">New journey</Link>
      </Heading>
      <Trouble error={error} />
      {data && data.total_count > data.data.length && (
        <p className="quiet">
          The oldest {data.data.length} of {data.total_count}.
        </p>
      )}
      {data && (
        <div className="table-box">
          <table aria-label="Journeys, oldest first">
            <thead>
              <tr>
                <th scope="col">Name</th>
                <th scope="col">Provider</th>
                <th scope="col">Liveness</th>
                <th scope="col" className="wide">
                  Match level
                </th>
                <th scope="col" className="wide">
                  Last change
                </th>
                <th scope="col" className="wide">
                  Id
                </th>
              </tr>
            </thead>
            <tbody>
              {data.data.map((journey) => (
                <tr key={journey.id}>
                  <td>
                    <Link to="/journeys/$id" params={{ id: journey.id }}>
                      {journey.name}
                    </Link>
                  </td>
                  <td>{journey.provider}</td>
                  <td>{toPlainWords(journey.liveness_policy)}</td>
                  <td className="wide">{journey.minimum_match_level}</td>
                  <td className="wide">
                    <Time iso={journey.modified_on} />
                  </td>
                  <td className="wide">
                    <code>{journey.id}</code>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  )
}
