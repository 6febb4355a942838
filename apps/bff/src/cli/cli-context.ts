import type { Logger } from 'pino'
import type { Storage } from '../composition/open-storage.ts'
import type { ScriptRules } from '../features/journeys/index.ts'
import type { WebhookSender } from '../features/webhooks/index.ts'
import type { ProviderDefinition } from '../providers/definition.ts'
import type { FaceProvider } from '../providers/types.ts'
import type { BackedUp, BackUpOptions } from './backup/back-up.ts'
import type { Restored } from './backup/restore.ts'
import type { Finding } from './doctor/finding.ts'

export interface OpenCliOptions {
  /** Makes the data folder if need be. Default: it has to be there. */
  begins?: boolean
}

/** What a command may use; everything that reaches outside is in here. */
export interface CliContext {
  /**
   * Opens what is kept for one command, and closes it again.
   * @throws CliError where there is nothing yet, unless the command `begins` it
   */
  withStorage(work: (storage: Storage) => Promise<void>, options?: OpenCliOptions): Promise<void>
  /** Starts the face engine as the server would, for one command. */
  withEngine(work: (provider: FaceProvider) => Promise<void>): Promise<void>
  log: Logger
  /** Failures are shown with their stacks. */
  isDebug: boolean
  write(text: string): void
  writeError(text: string): void
  /** @param file a path, or `-` for what is piped in */
  readInput(file: string): Promise<string>
  /** Where webhooks may go, by the server's own rule (`WEBHOOK_ALLOW_PRIVATE`). */
  checkWebhookUrl: WebhookSender['check']
  /** @throws CliError when there is none to replace */
  rotateMasterKey(): Promise<void>
  /** @throws BackupError, DatabaseInUseError while a server has the data folder open */
  backUp(file: string, options: Omit<BackUpOptions, 'now'>): Promise<BackedUp>
  /** @throws BackupError */
  restore(file: string): Promise<Restored>
  /** Runs the server in this process, which then ends as the server does. */
  startServer(): Promise<void>
  /** Looks at all that the server will need. */
  examine(): Promise<Finding[]>
  /** What journeys can name. */
  findProvider(id: string): ProviderDefinition | undefined
  /** Which vendor addresses journeys may name, by the server's own rules (`VENDOR_…`). */
  vendorRules: () => ScriptRules
  /** Where browsers reach the console. */
  consoleUrl: () => string
  /** A server as its partners see it. @throws CliError when nothing names it */
  partner: () => { url: string; apiKey: string }
  /** Aborts when the command is told to stop, which then ends by itself. */
  stopSignal: () => AbortSignal
  now: () => Date
}
