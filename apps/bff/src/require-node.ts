/** As in `engines` of package.json. */
const NEEDED = 24

const { node } = process.versions
if (Number(node.split('.')[0]) < NEEDED) {
  process.stderr.write(
    `Visavis needs Node ${NEEDED} or newer and this is ${node}: install it, or put "npx -y -p node@${NEEDED} -p pnpm@12" before the command.\n`,
  )
  process.exit(1)
}
