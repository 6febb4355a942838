import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { Overview } from '@visavis/shared/overview-api'
import { journeysQuery, overviewQuery, type Search } from '../api/queries.ts'
import { DateFilter } from '../parts/DateFilter.tsx'
import { FilterChips } from '../parts/FilterChips.tsx'
import { Heading } from '../parts/Heading.tsx'
import { SelectFilter } from '../parts/SelectFilter.tsx'
import { Trouble } from '../parts/Trouble.tsx'
import { CAMERA_WORDS, GUIDANCE_WORDS, toCountry, toDeviceWords } from '../words/course-words.ts'
import { formatSpan } from '../words/format-time.ts'
import { CODE_OPTIONS, RETRY_WORDS, STATUS_WORDS } from '../words/words.ts'
import { CountTable } from './CountTable.tsx'
import { Funnel } from './Funnel.tsx'
import { GroupTable } from './GroupTable.tsx'
import { ScopeContext } from './ListLink.tsx'
import { toLastDays, toListSearch } from './overview-links.ts'
import { ProviderHealth } from './ProviderHealth.tsx'
import { Series } from './Series.tsx'
import { Tiles } from './Tiles.tsx'

const route = getRouteApi('/desk/')

/** What tables here set. */
const CHIPS = ['provider', 'system', 'device', 'browser', 'country'] as const

const SPANS = [
  { value: 1, label: 'Today' },
  { value: 7, label: 'Last 7 days' },
  { value: 30, label: 'Last 30 days' },
  { value: 90, label: 'Last 90 days' },
]

export const OverviewPage = () => {
  const search: Search = route.useSearch()
  const navigate = route.useNavigate()
  const { data, error, isPlaceholderData } = useQuery({
    ...overviewQuery(search),
    placeholderData: keepPreviousData,
  })
  const journeys = useQuery(journeysQuery).data?.data ?? []
  const set = (change: Record<string, string | undefined>) =>
    void navigate({ search: (before: Search) => ({ ...before, ...change }) as Search })
  const setSpan = (days: number) => set({ created_before: undefined, ...toLastDays(days, new Date()) })

  return (
    <>
      <Heading title="Overview" />
      <div className="filters">
        <DateFilter
          label="From"
          value={search.created_after ?? data?.created_after}
          onChange={(created_after) => set({ created_after })}
        />
        <DateFilter
          label="Before"
          value={search.created_before}
          onChange={(created_before) => set({ created_before })}
        />
        <fieldset className="spans">
          <legend className="unseen">Span</legend>
          {SPANS.map(({ value, label }) => (
            <button key={value} type="button" className="button" onClick={() => setSpan(value)}>
              {label}
            </button>
          ))}
        </fieldset>
        <SelectFilter
          label="Journey"
          value={search.user_journey_id}
          options={journeys.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(user_journey_id) => set({ user_journey_id })}
        />
      </div>
      <FilterChips search={search} names={CHIPS} onRemove={(name) => set({ [name]: undefined })} />
      <Trouble error={error} />
      {data && (
        <ScopeContext value={toListSearch(search, data)}>
          <div className="overview" aria-busy={isPlaceholderData}>
            <Found overview={data} toName={(id) => journeys.find((each) => each.id === id)?.name ?? id} />
          </div>
        </ScopeContext>
      )}
    </>
  )
}

interface FoundProps {
  overview: Overview
  toName: (journeyId: string) => string
}

const toCodeLabel = (code: number) =>
  CODE_OPTIONS.find(({ value }) => value === `${code}`)?.label ?? `${code}`

const Found = ({ overview, toName }: FoundProps) => (
  <>
    <Tiles overview={overview} />
    <Funnel funnel={overview.funnel} />
    <Series series={overview.series} />
    <div className="columns">
      <CountTable
        id="statuses"
        title="By status"
        rows={overview.statuses.map(({ status, count }) => ({
          key: status,
          words: STATUS_WORDS[status][0],
          count,
          more: { status },
        }))}
      />
      <CountTable
        id="codes"
        title="By reason"
        rows={overview.response_codes.map(({ code, count }) => ({
          key: `${code}`,
          words: toCodeLabel(code),
          count,
          more: { response_code: `${code}` },
        }))}
      />
      <CountTable
        id="retries"
        title="Why pictures were refused"
        rows={overview.retry_reasons.map(({ reason, count }) => ({
          key: reason,
          words: RETRY_WORDS[reason],
          count,
          more: { retry_reason: reason },
        }))}
      />
      <CountTable
        id="cameras"
        title="Why there was no camera"
        rows={overview.camera_failures.map(({ reason, count }) => ({
          key: reason,
          words: CAMERA_WORDS[reason],
          count,
          more: { camera_failure: reason },
        }))}
      />
      <CountTable
        id="guidance"
        title="What people were told at the camera"
        rows={overview.guidance.map(({ code, count, seconds }) => ({
          key: code,
          words: GUIDANCE_WORDS[code],
          count,
          more: { guidance: code },
          note: `${formatSpan((seconds * 1000) / Math.max(count, 1))} each`,
        }))}
      />
      <GroupTable
        id="devices"
        title="By device"
        rows={overview.devices.map(({ value, system, ...counts }) => ({
          words: toDeviceWords(value, system),
          more: { device: value, ...(system ? { system } : {}) },
          ...counts,
        }))}
      />
      <GroupTable
        id="browsers"
        title="By browser"
        rows={overview.browsers.map(({ value, ...counts }) => ({
          words: value,
          more: { browser: value },
          ...counts,
        }))}
      />
      <GroupTable
        id="countries"
        title="By country"
        rows={overview.countries.map(({ value, ...counts }) => ({
          words: toCountry(value),
          more: { country: value },
          ...counts,
        }))}
      />
      <GroupTable
        id="journeys"
        title="By journey"
        rows={overview.user_journeys.map(({ value, ...counts }) => ({
          words: toName(value),
          more: { user_journey_id: value },
          ...counts,
        }))}
      />
      <GroupTable
        id="providers"
        title="By provider"
        rows={overview.providers.map(({ value, ...counts }) => ({
          words: value,
          more: { provider: value },
          ...counts,
        }))}
      />
      <ProviderHealth providers={overview.provider_health} />
    </div>
  </>
)
