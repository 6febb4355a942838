/** What follows a flag on the command line; `undefined` without the flag. @throws Error when nothing follows it */
export const readFlag = (flag: string): string | undefined => {
  const at = process.argv.indexOf(flag)
  if (at < 0) return undefined
  const value = process.argv[at + 1]
  if (value === undefined) throw new Error(`${flag} wants a value`)
  return value
}
