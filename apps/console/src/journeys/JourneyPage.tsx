import { useQuery } from '@tanstack/react-query'
import { getRouteApi, useBlocker } from '@tanstack/react-router'
import type { ConsoleProviderView } from '@visavis/shared/console-settings'
import { LOCALES } from '@visavis/shared/locales'
import { useMemo, useState } from 'react'
import { type Journey, journeyQuery, providersQuery } from '../api/journeys.ts'
import { meQuery } from '../api/queries.ts'
import { Heading } from '../parts/Heading.tsx'
import { Trouble } from '../parts/Trouble.tsx'
import { ChecksSection } from './ChecksSection.tsx'
import { ConsentSection } from './ConsentSection.tsx'
import { DecisionSection } from './DecisionSection.tsx'
import { EmbedSection } from './EmbedSection.tsx'
import { GeneralSection } from './GeneralSection.tsx'
import { LookSection } from './LookSection.tsx'
import { AddressSection, CaptureSection, RetentionSection } from './PageSection.tsx'
import { Preview } from './Preview.tsx'
import { SaveBar } from './SaveBar.tsx'
import { TextsSection } from './TextsSection.tsx'
import { toLook, type View } from './to-look.ts'
import { useEditor } from './use-editor.ts'
import './journeys.css'

const route = getRouteApi('/desk/journeys/$id')

export const JourneyPage = () => {
  const { id } = route.useParams()
  const journey = useQuery(journeyQuery(id))
  const providers = useQuery(providersQuery)
  return (
    <>
      <Heading title={journey.data?.name ?? 'Journey'}>
        <code>{id}</code>
      </Heading>
      <Trouble error={journey.error ?? providers.error} />
      {journey.data && providers.data && (
        <JourneyEditor key={id} journey={journey.data} providers={providers.data.data} />
      )}
    </>
  )
}

interface JourneyEditorProps {
  journey: Journey
  providers: readonly ConsoleProviderView[]
}

const JourneyEditor = ({ journey, providers }: JourneyEditorProps) => {
  const editor = useEditor(journey)
  const partner = useQuery(meQuery).data?.tenant.name ?? ''
  const [own, setOwn] = useState<Readonly<Record<string, string>>>({})
  const [view, setView] = useState<View>(() => ({
    screen: 'start',
    guidance: 'hold_still',
    scheme: matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light',
    locale: LOCALES.find((name) => name === journey.locale) ?? 'en',
    device: 'phone',
  }))
  const { draft } = editor
  const look = useMemo(() => toLook(draft, partner, view), [draft, partner, view])
  useBlocker({
    shouldBlockFn: () => editor.isChanged && !confirm('Leave without saving what you changed?'),
    enableBeforeUnload: () => editor.isChanged,
  })
  const onView = (change: Partial<View>) => setView((before) => ({ ...before, ...change }))
  return (
    <div className="editor">
      <form
        className="editor-form"
        onSubmit={(event) => {
          event.preventDefault()
          editor.save()
        }}
      >
        <GeneralSection editor={editor} journey={journey} providers={providers} />
        <DecisionSection editor={editor} />
        <CaptureSection editor={editor} />
        <AddressSection editor={editor} />
        <ConsentSection editor={editor} partner={partner} />
        <LookSection editor={editor} />
        <TextsSection editor={editor} own={own} locale={view.locale} />
        <ChecksSection
          editor={editor}
          onLook={(guidance) => {
            onView({ screen: 'camera', guidance })
          }}
        />
        <RetentionSection editor={editor} />
        <SaveBar editor={editor} />
      </form>
      <div className="editor-side">
        <Preview look={look} view={view} onView={onView} onTexts={setOwn} />
        <EmbedSection journey={journey} />
      </div>
    </div>
  )
}
