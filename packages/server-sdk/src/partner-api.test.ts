import { fileURLToPath } from 'node:url'
import openapiTypes, { astToString } from 'openapi-typescript'
import { expect, it } from 'vitest'
import { createApiDocument } from '../../../apps/bff/src/http/create-api-document.ts'
import { PARTNER_ENDPOINTS } from '../../../apps/bff/src/partner-endpoints.ts'

const FILE = fileURLToPath(new URL('partner-api.ts', import.meta.url))
const HEAD = '// Written from the OpenAPI document by partner-api.test.ts.\n'

/** What is answered in the end; whatever else is answered is thrown as an error of its own type. */
const isAnswer = ([status]: [string, unknown]): boolean => status.startsWith('2')

/** After a change of the API: `npx vitest run --project server-sdk partner-api -u` writes the types anew. */
it("partner-api.ts is what the server's OpenAPI document says", async () => {
  const document = createApiDocument(PARTNER_ENDPOINTS, { publicUrl: 'https://id.example', version: '1' })
  for (const operation of Object.values(document.paths ?? {}).flatMap((path) => Object.values(path))) {
    operation.responses = Object.fromEntries(Object.entries(operation.responses).filter(isAnswer))
  }
  const types = astToString(await openapiTypes(JSON.parse(JSON.stringify(document))))
  await expect(HEAD + types).toMatchFileSnapshot(FILE)
})
