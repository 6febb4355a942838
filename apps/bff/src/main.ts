/** The server. What it needs of Node is asked before anything of it is loaded: older ones fail with a riddle. */
import './require-node.ts'

await import('./start.ts')
