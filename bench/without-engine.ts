/**
 * For `node --import`: the server as it is, but for an engine that holds nothing and refuses each picture. What the
 * server takes without its engine can only be measured where there is none.
 */
import { registerHooks } from 'node:module'

const ENGINE = '@visavis/face-engine'
const ADDRESS = 'visavis:no-engine'
const SOURCE = `
const refuse = async () => ({ outcome: 'image_refused', reason: 'image_unreadable' })
export const createFaceEngine = async () => ({ model: { id: 'none', pipelineId: 'none' }, enrol: refuse, verify: refuse, close: async () => {} })
export const findNearest = () => null
export const toMatchLevel = () => 0
export class FaceEngineError extends Error {}
`

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === ENGINE ? { url: ADDRESS, shortCircuit: true } : next(specifier, context),
  load: (url, context, next) =>
    url === ADDRESS ? { format: 'module', source: SOURCE, shortCircuit: true } : next(url, context),
})
