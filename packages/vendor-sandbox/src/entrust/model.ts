import type { SandboxKit, Store } from '../kit/index.ts'
import type { EntrustVerdict } from './verdict.ts'

export interface Face {
  id: string
  serialNumber: string
  userId: string
  applicantId: string | undefined
  mobile: boolean
  status: string
  created: Date
  expiry: Date
  /** What the registration took; a mobile face has none before it is activated. */
  picture: Uint8Array | undefined
}

export interface User {
  /** UUID. */
  id: string
  /** What the person signs in as. */
  alias: string
  /** Captures that did not match, since the last one that did. */
  failures: readonly Date[]
}

export interface Challenge {
  token: string
  userId: string
  faceId: string
  sdkToken: string
  workflowRunId: string
  expires: Date
  outcome: { status: string | null; isCompleted: boolean; errorCode?: string } | undefined
  isCancelled: boolean
}

export const PERMISSIONS = ['FACE:ADD', 'FACE:VIEW', 'FACE:EDIT', 'FACE:REMOVE'] as const
export type Permission = (typeof PERMISSIONS)[number]

export interface Entrust {
  kit: SandboxKit<EntrustVerdict>
  adminApplicationId: string
  adminSecret: string
  /** What the admin application's role may do. */
  permissions: Set<Permission>
  applicationId: string
  /** With the cookie that has to come along, where a web session was asked for. */
  adminTokens: Store<{ webSession: string | undefined }>
  /** Of people who have proved themselves. */
  userTokens: Store<{ userId: string }>
  users: Store<User>
  faces: Store<Face>
  challenges: Store<Challenge>
  /** Registrations at Onfido, by workflow run. */
  registrations: Store<{ applicantId: string; picture: Uint8Array }>
  /** Ids of faces whose activation e-mail went out, in order. */
  outbox: string[]
}

export const findUser = ({ users }: Entrust, name: string): User | undefined =>
  users.get(name) ?? users.find(({ alias }) => alias === name)

/** The vendor does not say how many a user may have; that updating one names only the user lets it be one. */
export const findFace = ({ faces }: Entrust, user: User): Face | undefined =>
  faces.find(({ userId }) => userId === user.id)

/** `EXPIRED` from its expiry on. */
export const statusAt = ({ status, expiry }: Face, now: Date): string => (expiry <= now ? 'EXPIRED' : status)
