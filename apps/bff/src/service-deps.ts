import type { Logger } from 'pino'
import type { WebhookSender } from './features/webhooks/types.ts'
import type { Mailer } from './mail/types.ts'
import type { ProviderRegistry } from './providers/registry.ts'
import type { AssetStore, KeyedHash, Sealer, UploadSpool } from './storage/assets/types.ts'
import type { Database } from './storage/types.ts'

/** What every use case may need; built once in `main.ts`, replaced piece by piece in tests. */
export interface ServiceDeps {
  database: Database
  assets: AssetStore
  spool: UploadSpool
  sealer: Sealer
  keyedHash: KeyedHash
  providers: ProviderRegistry
  webhooks: WebhookSender
  log: Logger
  now: () => Date
  /** Names this process in announced assets. */
  writer: string
  /** Origin of every address handed out, no trailing slash. */
  publicUrl: string
  /** Absent: this server sends no e-mail. */
  mailer?: Mailer
  /** A new face expires after so many days; `null`: it does not. */
  faceLifetimeDays: number | null
  /** Journeys may name vendor addresses that are private or plain http. */
  allowPrivateVendors: boolean
}
