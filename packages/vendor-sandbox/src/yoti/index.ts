import { Hono } from 'hono'
import * as z from 'zod'
import { type SandboxOptions, startSandbox } from '../kit/index.ts'

const verdictSchema = z.never()

export const startYotiSandbox = (options?: SandboxOptions) =>
  startSandbox({ name: 'yoti', verdictSchema, build: () => ({ app: new Hono(), credentials: {} }) }, options)
