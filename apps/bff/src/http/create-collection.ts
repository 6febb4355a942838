import type { createDocument } from 'zod-openapi'

type ApiDocument = ReturnType<typeof createDocument>
type Operation = NonNullable<NonNullable<NonNullable<ApiDocument['paths']>[string]>['get']>

interface Entry {
  key: string
  value: string
  description?: string
  disabled?: boolean
}

/** Requests for Postman, in its format 2.1.0, which Bruno, Insomnia and Hoppscotch import too. */
export interface Collection {
  info: { name: string; description: string; schema: string }
  auth: { type: 'bearer'; bearer: (Entry & { type: 'string' })[] }
  variable: Entry[]
  item: { name: string; item: CollectionItem[] }[]
}

export interface CollectionItem {
  name: string
  request: {
    method: string
    description: string
    auth?: { type: 'noauth' }
    url: { raw: string; host: string[]; path: string[]; query: Entry[]; variable: Entry[] }
    header: Entry[]
    body?:
      | { mode: 'raw'; raw: string; options: { raw: { language: 'json' } } }
      | { mode: 'urlencoded'; urlencoded: Entry[] }
  }
  event: { listen: 'test'; script: { type: 'text/javascript'; exec: string[] } }[]
}

/** Where the server has it. */
export const COLLECTION_PATH = '/docs/visavis.postman_collection.json'

const SCHEMA = 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json'
const JSON_TYPE = 'application/json'
const FORM_TYPE = 'application/x-www-form-urlencoded'
/** Who goes through them from top to bottom creates things before reading them. */
const METHODS = ['post', 'get', 'put', 'patch', 'delete'] as const
/** What nobody but the partner knows, beside the ids in paths. */
const OWN = ['clientId', 'clientSecret', 'image']

const listParameters = (path: string): string[] =>
  [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '')

/** `applicant_id` of a body is the `applicantId` of a path; any picture is the one picture. */
const toVariableName = (field: string): string =>
  /(?:^|_)image$/.test(field)
    ? 'image'
    : field.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase())

/** The operations of a document, by tag, with variables for the address, the key and the ids. Who creates something keeps its id. */
export const createCollection = ({ info, servers, paths = {} }: ApiDocument): Collection => {
  const variables = new Set([...Object.keys(paths).flatMap(listParameters), ...OWN])

  const toValue = ([field, value]: [string, unknown]): [string, unknown] => {
    const name = toVariableName(field)
    return [field, variables.has(name) ? `{{${name}}}` : value]
  }

  const toBody = ({ requestBody }: Operation): Pick<CollectionItem['request'], 'body'> => {
    if (!requestBody || '$ref' in requestBody) return {}
    const example = (type: string) => {
      const media = requestBody.content[type]
      return Object.entries(media && 'example' in media ? media.example : {}).map(toValue)
    }
    if (JSON_TYPE in requestBody.content) {
      const raw = JSON.stringify(Object.fromEntries(example(JSON_TYPE)), null, 2)
      return { body: { mode: 'raw', raw, options: { raw: { language: 'json' } } } }
    }
    const urlencoded = example(FORM_TYPE).map(([key, value]) => ({ key, value: String(value) }))
    return { body: { mode: 'urlencoded', urlencoded } }
  }

  const toEntries = ({ parameters = [] }: Operation, place: 'query' | 'header'): Entry[] =>
    parameters.flatMap((parameter) =>
      'in' in parameter && parameter.in === place
        ? [
            {
              key: parameter.name,
              value: place === 'header' ? '{{$guid}}' : '',
              description: parameter.description ?? '',
              disabled: parameter.required !== true,
            },
          ]
        : [],
    )

  /** Of `/applicants` it is `applicantId`: so the paths below it call what is created there. */
  const toEvent = (method: string, path: string): CollectionItem['event'] => {
    const below = Object.keys(paths).find((each) => each.startsWith(`${path}/{`) && each.endsWith('}'))
    const [name] = below ? listParameters(below.slice(path.length)) : []
    if (method !== 'post' || !name) return []
    const keep = `if (pm.response.code < 300) pm.collectionVariables.set('${name}', pm.response.json().id)`
    return [{ listen: 'test', script: { type: 'text/javascript', exec: [keep] } }]
  }

  const toItem = (method: string, path: string, operation: Operation): CollectionItem => {
    const body = toBody(operation)
    const segments = path.slice(1).replaceAll(/\{(\w+)\}/g, ':$1')
    const type = body.body?.mode === 'raw' ? [{ key: 'Content-Type', value: JSON_TYPE }] : []
    return {
      name: operation.summary ?? path,
      request: {
        method: method.toUpperCase(),
        description: operation.description ?? '',
        ...(operation.security?.length === 0 ? { auth: { type: 'noauth' } } : {}),
        url: {
          raw: `{{baseUrl}}/${segments}`,
          host: ['{{baseUrl}}'],
          path: segments.split('/'),
          query: toEntries(operation, 'query'),
          variable: listParameters(path).map((key) => ({ key, value: `{{${key}}}` })),
        },
        header: [...type, ...toEntries(operation, 'header')],
        ...body,
      },
      event: toEvent(method, path),
    }
  }

  const operations = Object.entries(paths).flatMap(([path, operationsOf]) =>
    METHODS.flatMap((method) => {
      const operation = operationsOf?.[method]
      return operation ? [{ tag: operation.tags?.[0] ?? '', item: toItem(method, path, operation) }] : []
    }),
  )
  return {
    info: { name: info.title, description: info.description ?? '', schema: SCHEMA },
    auth: { type: 'bearer', bearer: [{ key: 'token', value: '{{apiKey}}', type: 'string' }] },
    variable: [
      { key: 'baseUrl', value: servers?.[0]?.url ?? '' },
      { key: 'apiKey', value: '', description: 'A secret key, `sk_…`, or an access token.' },
      ...[...variables].map((key) => ({
        key,
        value: '',
        ...(key === 'image' ? { description: 'A JPEG or PNG in base64.' } : {}),
      })),
    ],
    item: [...Map.groupBy(operations, ({ tag }) => tag)].map(([name, of]) => ({
      name,
      item: of.map(({ item }) => item),
    })),
  }
}
