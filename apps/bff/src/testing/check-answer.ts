import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { ENDPOINTS } from '../api-endpoints.ts'
import { createApiDocument } from '../http/create-api-document.ts'

/** Answers may not carry a field that the document does not know. */
const document = createApiDocument(ENDPOINTS, { publicUrl: 'http://localhost', version: '0', isOpen: false })
const ajv = new Ajv2020({ strict: false, allErrors: true, discriminator: false })
addFormats.default(ajv)
ajv.addSchema(document, 'document')

const escapePointer = (text: string) => text.replaceAll('~', '~0').replaceAll('/', '~1')
const toPattern = (path: string) => new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`)
const KNOWN = ENDPOINTS.map(({ method, path }) => ({ method, path, pattern: toPattern(path) }))

interface Exchange {
  method: string
  /** With or without a query. */
  path: string
  status: number
  contentType: string | null
  text: string
}

/**
 * Whether the OpenAPI document tells of this answer: every test that asks through `clients.ts` holds the document to
 * what the server really says. @throws Error naming what is not as documented
 */
export const checkAnswer = ({ method, path, status, contentType, text }: Exchange): void => {
  const pathname = path.replace(/\?.*$/, '')
  const known = KNOWN.find((each) => each.method === method.toLowerCase() && each.pattern.test(pathname))
  if (!known) return
  const name = `${method} ${known.path}: ${status}`
  const response = document.paths?.[known.path]?.[known.method]?.responses?.[String(status)]
  if (!response) throw new Error(`${name} is not documented: ${text}`)
  if (!response.content) {
    if (text !== '') throw new Error(`${name} is documented without a body: ${text}`)
    return
  }
  const others = Object.keys(response.content).filter((type) => type !== 'application/json')
  if (others.some((type) => contentType?.startsWith(type.replace('*', '')))) return
  if (!contentType?.startsWith('application/json')) throw new Error(`${name} is no JSON: ${contentType}`)
  const pointer = [
    'paths',
    known.path,
    known.method,
    'responses',
    String(status),
    'content',
    'application/json',
    'schema',
  ]
  const validate = ajv.getSchema(`document#/${pointer.map(escapePointer).map(encodeURIComponent).join('/')}`)
  if (!validate) throw new Error(`${name} has no schema`)
  if (!validate(JSON.parse(text))) {
    throw new Error(`${name} is not as documented: ${ajv.errorsText(validate.errors)}\n${text}`)
  }
}
