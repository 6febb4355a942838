import type { CaptureSession, Next, RetryReason } from '@visavis/shared/capture-api'
import type { CourseEvent } from '@visavis/shared/capture-course'
import type { ResponseCode } from '@visavis/shared/response-codes'
import type { AttemptStatus } from '@visavis/shared/statuses'
import type { TestOutcome } from '@visavis/shared/test-mode'
import type { Picture, SeenFace } from '../../providers/types.ts'
import type { Attempt, DecisionEvidence, LivenessEvidence, NotedCourse } from '../authentications/index.ts'
import type { Refusal } from '../checks/index.ts'
import type { UserJourney } from '../journeys/index.ts'
import type { TurnNeed } from './challenge/challenge-rules.ts'
import type { LivenessChallenge } from './challenge/challenges-repo.ts'
import type { CaptureRepositories } from './deps.ts'
import type { Purpose, Verdict } from './verdict.ts'

/** The columns every link has, whatever it is for. */
export type CaptureState = { status: AttemptStatus } & Pick<
  Attempt,
  | 'responseCodes'
  | 'consentOn'
  | 'captureCount'
  | 'uploadId'
  | 'expiresOn'
  | 'captureTokenHash'
  | 'deviceKeyHash'
> &
  // Of an enrolment nothing is kept of how it went.
  Partial<Pick<Attempt, 'retryReasons' | 'client'>>

export type CaptureChange = Partial<
  Pick<
    Attempt,
    | 'openedOn'
    | 'consentOn'
    | 'consent'
    | 'captureCount'
    | 'source'
    | 'checkResults'
    | 'minimumMatchLevel'
    | 'retryReasons'
    | 'client'
    | 'uploadId'
    | 'expiresOn'
    | 'ipAddress'
    | 'captureTokenHash'
    | 'deviceKeyHash'
  >
>

/** What a person or their pictures can do to a link. */
export type CaptureTrigger = 'link_opened' | 'capture_aborted' | 'capture_refused' | 'unusable'

export type CaptureMode = NonNullable<CaptureSession['capture_mode']>

/** What goes along with the last step. */
export interface Concluding {
  change?: CaptureChange
  /** What a verdict rests on. */
  evidence?: DecisionEvidence
  /** What a check found wrong with the picture. */
  riskLabels?: readonly string[]
}

/** A link as it is now, held until the transaction ends. Every change answers the link as it is then. */
export interface HeldCapture {
  readonly state: CaptureState
  readonly applicantId: string
  /** Where the browser goes when this is the end. */
  readonly returnUrl: string
  /** BCP 47, or `null`: the browser's. */
  readonly locale: string | null
  /** Absent for an enrolment that names none. */
  readonly journey: UserJourney | undefined
  readonly captureMode: CaptureMode
  /** Whether the head has to be turned before a picture is taken. */
  readonly turn: TurnNeed
  /** Absent: none was begun, or the journey asks for none. */
  readonly challenge: LivenessChallenge | undefined
  /** What the applicant was made for, in test mode; `undefined` for everybody else: the picture is judged. */
  readonly testOutcome: TestOutcome | undefined
  /** The verdict just written locked the applicant. */
  readonly hasLocked: boolean
  /** @throws AppError when no picture could be verified now: REFERENCE_MISSING, PROVIDER_UNAVAILABLE */
  assertReady(): Promise<void>
  /** @throws AppError LIVENESS_UNAVAILABLE when the journey demands what is not there now */
  assertLiveness(): void
  /** @throws AppError APPLICANT_LOCKED, APPLICANT_DELAYED after declines */
  assertMayTry(): void
  update(change: CaptureChange): Promise<HeldCapture>
  /**
   * One step, and what else changes along with it.
   * @throws AppError ATTEMPT_CLOSED when the step is not legal; nothing is written then
   */
  advance(
    trigger: CaptureTrigger,
    codes: readonly ResponseCode[],
    change?: CaptureChange,
  ): Promise<HeldCapture>
  /** The last step, for a picture that was verified. @throws AppError ATTEMPT_CLOSED, as `advance` */
  conclude(verdict: Verdict, codes: readonly ResponseCode[], concluding?: Concluding): Promise<HeldCapture>
  /**
   * What comes of a picture. Call it after the transaction: it may take seconds, and what it needs was read in there.
   * @param life what was found out about a living person before
   * @throws AppError REFERENCE_MISSING, PROVIDER_UNAVAILABLE
   */
  verify(selfie: Picture, life: FoundLife): Promise<Verification>
}

/** What the checks of liveness say of a picture that may be compared. */
export interface FoundLife {
  evidence: LivenessEvidence
  /** The picture as it was seen for that; absent: nobody looked. */
  seen?: SeenFace
  /** They refuse it: where faces are compared, there is no need to. */
  isRefused: boolean
}

export type Verification =
  | { kind: 'retry'; reasons: readonly [RetryReason, ...RetryReason[]]; codes: readonly ResponseCode[] }
  | {
      kind: 'decided'
      verdict: Verdict
      /** By which a copy of the picture is known. */
      print?: Uint8Array | undefined
      /** Writes the verdict, in the transaction that keeps the picture and holds the link. */
      record: (
        held: HeldCapture,
        repositories: CaptureRepositories,
        change: CaptureChange,
        /** A check refused the picture: then it approves nobody, and gives nobody a face. */
        refusal: Refusal | undefined,
      ) => Promise<HeldCapture>
    }

/**
 * What a capture token stands for: an attempt at a face authentication, or a link that gives a face its picture.
 * The capture services know nothing else about either.
 */
export interface CaptureSubject {
  readonly purpose: Purpose
  readonly tenantId: string
  readonly id: string
  /** Owner of the picture that decides. */
  readonly pictureOwnerId: string
  /** Of the browser that has the link, as it was a moment ago; `null`: whoever has the token. */
  readonly deviceKeyHash: Uint8Array | null
  /** Opened by the way back from a vendor, which works once: it belongs to no browser, and takes the link from none. */
  readonly isReturned?: boolean
  /** Locks what is behind the link and applies what time has done to it; `undefined` when it is gone. */
  hold(repositories: CaptureRepositories): Promise<HeldCapture | undefined>
  /**
   * Tells whoever asks that the picture of that upload is being compared, until it is decided; absent: nobody asks.
   * @returns `false` when that upload is not wanted any more
   */
  beginComparison?(uploadId: string): Promise<boolean>
  /** Keeps what the page tells of how it goes; absent: nothing of it is kept. */
  noteCourse?(events: readonly CourseEvent[]): Promise<NotedCourse>
  /** The side of it that a vendor takes part in. */
  readonly hosted?: HostedSubject
}

/** All of it outside any transaction: the vendor is asked. */
export interface HostedSubject {
  /** A capture was begun at a vendor and is not over: whatever the journey has changed to since, it is finished there. */
  isUnderWay(): Promise<boolean>
  /** `undefined`: the rows tell. @throws AppError REFERENCE_MISSING, PROVIDER_UNAVAILABLE, ATTEMPT_CLOSED */
  readNext(): Promise<Next | undefined>
  /** Told after the fact; never fails. */
  leave(): Promise<void>
}
