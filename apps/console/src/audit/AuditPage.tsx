import { type AuditEvent, auditQuery } from '../api/queries.ts'
import { type Filter, FilteredList } from '../parts/FilteredList.tsx'
import type { Column } from '../parts/RowTable.tsx'
import { Time } from '../parts/Time.tsx'
import { ACTION_WORDS, ACTOR_WORDS, REASON_WORDS } from '../words/words.ts'

const ACTIONS = Object.entries(ACTION_WORDS)
  .map(([value, label]) => ({ value, label }))
  .sort((a, b) => a.label.localeCompare(b.label))

const FILTERS: readonly Filter[] = [
  { kind: 'search', name: 'subject_id', label: 'Done to', hint: 'face_…, asst_…, aplt_…' },
  { kind: 'search', name: 'actor_id', label: 'Done by', hint: 'cusr_…, key_…' },
  { kind: 'select', name: 'action', label: 'What', options: ACTIONS },
]

const COLUMNS: readonly Column<AuditEvent>[] = [
  { name: 'When', cell: (event) => <Time iso={event.created_on} /> },
  {
    name: 'What',
    cell: ({ action, reason }) => (
      <>
        {ACTION_WORDS[action]} {reason && <span className="quiet">{REASON_WORDS[reason]}</span>}
      </>
    ),
  },
  {
    name: 'By',
    cell: ({ actor }) => (
      <>
        {ACTOR_WORDS[actor.type]} {actor.id && <code>{actor.id}</code>}
      </>
    ),
  },
  { name: 'To', cell: ({ subject }) => subject.id && <code>{subject.id}</code>, isWide: true },
  { name: 'From', cell: (event) => event.client_address, isWide: true },
]

export const AuditPage = () => (
  <FilteredList title="Audit log" filters={FILTERS} columns={COLUMNS} query={auditQuery} />
)
