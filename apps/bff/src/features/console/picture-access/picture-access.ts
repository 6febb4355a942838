import { hasRole } from '@visavis/shared/console-roles'
import { AppError } from '@visavis/shared/errors'
import { isId, newId } from '@visavis/shared/ids'
import type { LookReason } from '@visavis/shared/look-reasons'
import { recordAuditEvent, toConsoleActor } from '../../audit/index.ts'
import type { Asset } from '../../pictures/index.ts'
import type { ConsoleUser } from '../console-users-repo.ts'
import type { ConsoleDeps, ConsoleRepositories, Origin } from '../deps.ts'
import { LOOK_LIFETIME_MS, REQUEST_LIFETIME_MS, toRequestStatus } from './picture-access-rules.ts'
import type { PictureRequest } from './picture-requests-repo.ts'

/** Who asks or answers: their tenant is that of the data, the desk's that of its people. */
export type Asker = Pick<ConsoleUser, 'id' | 'tenantId'> & { deskTenantId: string }

type Deps = Pick<ConsoleDeps, 'database' | 'now'>

const toSubject = ({ id, applicantId }: Pick<Asset, 'id' | 'applicantId'>) => applicantId ?? id

/** Everybody at the desk who may see pictures, with their names. */
export const listPictureViewers = async ({ database }: Pick<Deps, 'database'>, deskTenantId: string) => {
  const users = await database.consoleUsers.list(deskTenantId)
  return new Map(users.filter(({ role }) => hasRole(role, 'reviewer')).map(({ id, name }) => [id, name]))
}

/** Before a picture of that desk goes out. @throws AppError PICTURE_ACCESS_NEEDED */
export const requirePictureAccess = async (deps: Deps, asker: Asker, asset: Asset): Promise<void> => {
  const { database, now } = deps
  if ((await database.tenants.readPictureAccess(asker.deskTenantId)) === 'one_person') return
  const people = new Set((await listPictureViewers(deps, asker.deskTenantId)).keys())
  const asked = { tenantId: asker.tenantId, askedBy: asker.id, subjectId: toSubject(asset) }
  const requests = await database.pictureRequests.listOpen(asked, now())
  if (requests.some((request) => toRequestStatus(request, people, now()) === 'allowed')) return
  throw new AppError('PICTURE_ACCESS_NEEDED')
}

/** Whoever was removed a moment ago does nothing any more. @throws AppError CONSOLE_SIGN_IN_NEEDED */
const hold = async (
  { consoleUsers }: Pick<ConsoleRepositories, 'consoleUsers'>,
  { id, deskTenantId }: Asker,
): Promise<void> => {
  if (!(await consoleUsers.hold(deskTenantId, id))) throw new AppError('CONSOLE_SIGN_IN_NEEDED')
}

interface Question {
  pictureId: string
  reason: LookReason
}

/**
 * Whoever waits for an answer already, or has one that is good, is told of that one.
 * @throws AppError NOT_FOUND
 */
export const askForPicture = async (
  deps: Deps,
  asker: Asker,
  { pictureId, reason }: Question,
  origin: Origin,
): Promise<PictureRequest> => {
  const { database, now } = deps
  const { tenantId, id: askedBy } = asker
  const asset = isId('asset', pictureId) ? await database.assets.findStored(pictureId) : undefined
  if (asset?.tenantId !== tenantId) throw new AppError('NOT_FOUND')
  const people = new Set((await listPictureViewers(deps, asker.deskTenantId)).keys())
  const asked = { tenantId, askedBy, subjectId: toSubject(asset) }
  return database.transaction(async (inside) => {
    await hold(inside, asker)
    const createdOn = now()
    const before = new Date(createdOn.getTime() - REQUEST_LIFETIME_MS)
    await inside.pictureRequests.deleteOver(asked, { before, now: createdOn })
    const id = newId('pictureRequest')
    const expiresOn = new Date(createdOn.getTime() + REQUEST_LIFETIME_MS)
    const row = { ...asked, id, pictureId, reason, decision: null, decidedBy: null, createdOn, expiresOn }
    const open = await inside.pictureRequests.listOpen(asked, createdOn)
    const allowed = open.find((request) => toRequestStatus(request, people, createdOn) === 'allowed')
    if (allowed) return allowed
    if (await inside.pictureRequests.insert(row)) {
      const actor = toConsoleActor(askedBy)
      const entry = { tenantId, actor, action: 'picture.ask', subjectId: pictureId, reason } as const
      await recordAuditEvent({ database: inside, now }, { ...entry, ...origin })
      return row
    }
    const waiting = (await inside.pictureRequests.listOpen(asked, createdOn)).find(
      ({ decision }) => decision === null,
    )
    // It was answered between the two.
    if (!waiting) throw new AppError('PICTURE_REQUEST_CLOSED')
    return waiting
  })
}

interface Answer {
  requestId: string
  decision: 'allow' | 'refuse'
}

/** @throws AppError NOT_FOUND, PICTURE_REQUEST_OWN, PICTURE_REQUEST_CLOSED */
export const answerPictureRequest = (
  { database, now }: Deps,
  asker: Asker,
  { requestId, decision }: Answer,
  origin: Origin,
): Promise<PictureRequest> =>
  database.transaction(async (inside) => {
    const { id: decidedBy, tenantId } = asker
    await hold(inside, asker)
    const request = await inside.pictureRequests.get(tenantId, requestId)
    if (!request) throw new AppError('NOT_FOUND')
    if (request.askedBy === decidedBy) throw new AppError('PICTURE_REQUEST_OWN')
    const decidedOn = now()
    const expiresOn = new Date(decidedOn.getTime() + LOOK_LIFETIME_MS)
    if (!(await inside.pictureRequests.decide(request, { decision, decidedBy, expiresOn }, decidedOn))) {
      throw new AppError('PICTURE_REQUEST_CLOSED')
    }
    const actor = toConsoleActor(decidedBy)
    const action = `picture.${decision}` as const
    const entry = { tenantId, actor, action, subjectId: request.pictureId, reason: request.reason }
    await recordAuditEvent({ database: inside, now }, { ...entry, ...origin })
    return { ...request, decision, decidedBy, expiresOn }
  })
