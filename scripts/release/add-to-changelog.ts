/** Entries of the heading `## Unreleased`, after what was gathered there by hand, under their version from now on. */
export const addToChangelog = (
  changelog: string,
  { version, date, entries }: { version: string; date: string; entries: readonly string[] },
): string => {
  const [before, after] = changelog.split('\n## Unreleased\n')
  if (before === undefined || after === undefined) throw new Error('CHANGELOG.md has no "## Unreleased"')
  const end = after.search(/^## /m)
  const gathered = (end < 0 ? after : after.slice(0, end)).trim()
  const earlier = end < 0 ? '' : `\n${after.slice(end)}`
  const list = entries.map((entry) => `- ${entry.trim().replaceAll('\n', '\n  ')}`).join('\n')
  const parts = [`## Unreleased`, `## ${version} (${date})`, gathered, list].filter((part) => part !== '')
  return `${before}\n${parts.join('\n\n')}\n${earlier}`
}
