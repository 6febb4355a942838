import { Badge } from '../parts/Badge.tsx'
import { isBelowGate, type QualityRow, toQualityRows } from './quality-rules.ts'

/** Folded: twenty numbers are for whoever asks why a picture is as it is. */
export const Quality = ({ quality }: { quality: Readonly<Record<string, number | undefined>> }) => {
  const rows = toQualityRows(quality)
  const low = rows.filter(isBelowGate)
  if (rows.length === 0) return null
  return (
    <details className="quality">
      <summary>
        Picture quality: {low.length === 0 ? 'no component below its gate' : `${low.length} below the gate`}
      </summary>
      <p className="quiet">
        By component of ISO/IEC 29794-5, 0 to 100, as the browser measured it: untrusted, and no part of the
        decision. Gates are those of the capture page where the journey sets no others.
      </p>
      <div className="table-box">
        <table aria-label="Picture quality by component">
          <thead>
            <tr>
              <th scope="col">Component</th>
              <th scope="col">Value</th>
              <th scope="col">Gate</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={row.id} row={row} />
            ))}
          </tbody>
        </table>
      </div>
    </details>
  )
}

const Row = ({ row }: { row: QualityRow }) => (
  <tr>
    <td>
      {row.name} <span className="quiet wide">{row.id}</span>
    </td>
    <td>
      {row.scalar} {isBelowGate(row) && <Badge words="below" tone="care" />}
    </td>
    <td>{row.gate ?? '–'}</td>
  </tr>
)
