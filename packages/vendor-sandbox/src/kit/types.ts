import type { HttpBindings } from '@hono/node-server'
import type { Clock } from './clock.ts'
import type { FaceComparer } from './face-comparer.ts'
import type { Faults } from './faults.ts'
import type { Scripts } from './scripts.ts'
import type { WebhookSender } from './webhook-sender.ts'

/** What every vendor's `startXSandbox` takes. */
export interface SandboxOptions {
  /** Default: a free one. */
  port?: number
  /** Compares real pictures. Default: the face engine, started by the first comparison, closed with the sandbox. */
  faces?: FaceComparer
}

/** What a vendor's app is built with. */
export interface SandboxKit<Verdict> {
  /** Where it listens: `http://127.0.0.1:PORT`. */
  readonly origin: string
  readonly clock: Clock
  readonly faces: FaceComparer
  /** Scripted outcomes; ask with `take` before comparing. */
  readonly verdicts: Scripts<Verdict>
  readonly webhooks: WebhookSender
}

/** A running sandbox, whatever its vendor. */
export interface RunningSandbox {
  readonly name: string
  readonly origin: string
  /** Test credentials, by the names of the adapter's settings. */
  readonly credentials: Readonly<Record<string, string>>
  close(): Promise<void>
}

/** The same in the hands of a test. */
export interface Sandbox<Verdict> extends RunningSandbox {
  readonly clock: Clock
  readonly verdicts: Scripts<Verdict>
  readonly faults: Faults
  readonly webhooks: WebhookSender
  /** What was asked for, in order: `POST /sessions?nonce=…`. Control calls are left out. */
  readonly requests: readonly string[]
}

/** The vendor's own routes, and what a caller proves itself with. */
export interface VendorApp {
  /** A `Hono`, whatever its environment. */
  app: { fetch(request: Request, bindings: HttpBindings): Response | Promise<Response> }
  credentials: Readonly<Record<string, string>>
}
