import { AppError } from '@visavis/shared/errors'
import {
  faceMatchSchema,
  indexedFaceSchema,
  searchResultSchema,
} from '@visavis/shared/face-comparison-answers'
import { indexFaceSchema, matchFacesSchema, searchFacesSchema } from '@visavis/shared/face-comparison-api'
import { newId } from '@visavis/shared/ids'
import { Hono } from 'hono'
import type { FakeDeps, FakeStore } from './fake-store.ts'
import { find, readBody, readPicture, refuse, toTime } from './request.ts'

const SURE = 5
/** Of this fake: what a stranger's face matches by chance, per face of the index. */
const FALSE_MATCH_RATE = 1e-4

/** The same bytes are the same face, anything else is another. */
export const matchRoutes = ({ store }: FakeDeps) =>
  new Hono().post('/', async (c) => {
    const { source_image, target_image } = await readBody(c, matchFacesSchema)
    const [source, target] = [
      readPicture(store, 'source_image', source_image),
      readPicture(store, 'target_image', target_image),
    ]
    const match = source === target
    return c.json(faceMatchSchema.parse({ match, match_level: match ? SURE : 0 }))
  })

const search = (store: FakeStore, image: string): { picture: string; id: string | undefined } => {
  if (![...store.journeys.values()].some(({ one_to_n }) => one_to_n)) {
    throw new AppError('SEARCH_NOT_ENABLED', { errorCodes: ['search__not_enabled'] })
  }
  const picture = readPicture(store, 'image', image)
  const known = [...store.indexed.values()].find((entry) => entry.picture === picture)
  return { picture, id: known?.view.one_to_n_verification_id }
}

const insert = (
  store: FakeStore,
  picture: string,
  owner: { applicant_id?: string | undefined; reference?: string | undefined },
): string => {
  const id = newId('indexedFace')
  const view = indexedFaceSchema.parse({
    one_to_n_verification_id: id,
    created_on: toTime(new Date()),
    ...owner,
    has_picture: true,
  })
  store.indexed.set(id, { view, picture })
  return id
}

const toFound = (store: FakeStore, id: string) =>
  searchResultSchema.parse({
    one_to_n_verification_id: id,
    one_to_n_verification_match: true,
    one_to_n_expected_false_matches: FALSE_MATCH_RATE * store.indexed.size,
  })

const toUnknown = (id?: string) =>
  searchResultSchema.parse({
    ...(id === undefined ? {} : { one_to_n_verification_id: id }),
    one_to_n_verification_match: false,
  })

export const searchRoutes = ({ store }: FakeDeps) =>
  new Hono().post('/', async (c) => {
    const asked = await readBody(c, searchFacesSchema)
    const { picture, id } = search(store, asked.image)
    if (id !== undefined) return c.json(toFound(store, id))
    return c.json(toUnknown(asked.insert ? insert(store, picture, {}) : undefined))
  })

export const indexRoutes = ({ store }: FakeDeps) =>
  new Hono()
    .post('/', async (c) => {
      const { image, applicant_id, reference } = await readBody(c, indexFaceSchema)
      if ((applicant_id === undefined) === (reference === undefined)) {
        const error = applicant_id === undefined ? 'required' : 'conflict'
        refuse(`applicant_id__${error}`, `reference__${error}`)
      }
      const { picture, id } = search(store, image)
      if (applicant_id !== undefined && !store.applicants.has(applicant_id)) refuse('applicant_id__not_found')
      if (id !== undefined) return c.json(toFound(store, id))
      return c.json(toUnknown(insert(store, picture, { applicant_id, reference })), 201)
    })
    .get('/:id', (c) => c.json(find(store.indexed, c.req.param('id')).view))
    .delete('/:id', (c) => {
      const { view } = find(store.indexed, c.req.param('id'))
      const features = c.req.query('features') ?? 'false'
      if (features !== 'true' && features !== 'false') refuse('features__invalid_format')
      if (features === 'true') store.indexed.delete(view.one_to_n_verification_id)
      view.has_picture = false
      return c.body(null, 204)
    })
