import { expect, it } from 'vitest'
import { createPartnerClient } from '../testing/clients.ts'
import { openTestApp } from '../testing/open-test-app.ts'
import type { CliContext } from './cli-context.ts'
import { decisionsCommand } from './decisions-command.ts'

const { test, pglite } = await openTestApp()

const verify = async (...line: string[]) => {
  let out = ''
  const context: Pick<CliContext, 'withStorage' | 'write'> = {
    withStorage: (work) => work(test.deps),
    write: (text) => {
      out += text
    },
  }
  const args = ['verify', '--tenant', test.partner.tenantId, ...line]
  const failure = await decisionsCommand(context)
    .parseAsync(args, { from: 'user' })
    .then(
      () => undefined,
      (cause: Error) => cause.message,
    )
  return { out, failure }
}

it('lists decisions without a row, and goes on where each is said to be of an earlier version', async () => {
  const partner = createPartnerClient(test)
  const applicantId = await partner.createApplicant()
  await partner.enrol(applicantId)
  await partner.finishAttempt(applicantId)
  const { authenticationId: id } = await partner.finishAttempt(applicantId)
  expect(await verify()).toMatchObject({ failure: undefined })
  // As a replica leaves it that knows of no chain.
  await pglite.exec(`DELETE FROM decisions WHERE number = 2;
    UPDATE decision_chains SET length = 1, hash = (SELECT hash FROM decisions)`)
  const alarmed = await verify()
  expect(alarmed.out).toContain(`Without a row  ${id}\n`)
  expect(alarmed.failure).toContain('a face authentication was decided without a row')
  const accepted = await verify('--earlier-version', id)
  expect(accepted.out).toContain(`Accepted       ${id}: decided by an earlier version\n`)
  expect(accepted.failure).toBeUndefined()
})
