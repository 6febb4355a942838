import { instance } from '@viz-js/viz'
import type { Room, RoomMap } from './map-rooms.ts'

/** Named colours, so that one picture serves light and dark: GitHub shows it on either. */
const STYLE = `
text{font:500 13px ui-sans-serif,system-ui,-apple-system,"Segoe UI",Helvetica,Arial,sans-serif;fill:#1f2328}
.paper{fill:#fff}
.cluster path,.cluster polygon{fill:#f6f8fa;stroke:#d1d9e0}
.cluster.inner path{fill:#eef4ff;stroke:#b6cdf5}
.cluster text{font-weight:600;fill:#59636e}
.node path{fill:#fff;stroke:#8c959f}
.node.feature path{stroke:#4a7fd6}
.node.top path{fill:#1f2328;stroke:#1f2328}.node.top text{fill:#fff}
.edge path{fill:none;stroke:#8c959f;stroke-width:1.1}
.edge polygon{fill:#8c959f;stroke:none}
@media(prefers-color-scheme:dark){
text{fill:#e6edf3}
.paper{fill:#0d1117}
.cluster path,.cluster polygon{fill:#151b23;stroke:#3d444d}
.cluster.inner path{fill:#13233d;stroke:#2d4a78}
.cluster text{fill:#9198a1}
.node path{fill:#0d1117;stroke:#656c76}
.node.feature path{stroke:#6ea3f5}
.node.top path{fill:#e6edf3;stroke:#e6edf3}.node.top text{fill:#0d1117}
.edge path{stroke:#7d8590}
.edge polygon{fill:#7d8590}
}
`.replaceAll('\n', '')

const FEATURES = '/features/'
/** What starts there: the files beside the rooms. */
const STARTS = new Map([
  ['apps/bff/src/*', 'main · app · server'],
  ['apps/widget/src/*', 'entry · mount'],
  ['apps/console/src/*', 'main'],
])

/** Packages that know little of each other stand in one row. */
const SIDE_BY_SIDE = new Set(['packages/face-models', 'packages/face-engine', 'packages/embed'])

const FRAMES = new Map([
  ['apps/widget', 'apps/widget: the browser'],
  ['apps/console', 'apps/console: the desk'],
  ['apps/bff', 'apps/bff: the server'],
])

const quote = (text: string): string => JSON.stringify(text)

const toNode = ({ id }: Room): string => {
  const start = STARTS.get(id)
  const label = start ?? id.slice(id.lastIndexOf('/') + 1)
  const kind = start ? 'top' : id.includes(FEATURES) ? 'feature' : 'room'
  return `${quote(id)}[label=${quote(label)},class=${kind}]`
}

/** Names of frames are bold, which Graphviz does not measure: it makes room for larger letters instead. */
const toCluster = (name: string, kind: string, content: readonly string[]): string =>
  `subgraph ${quote(`cluster ${name}`)}{label=${quote(` ${name}`)};fontsize=15;class=${kind};style=rounded;margin=12;${content.join(';')}}`

/** All rooms of an app may use `shared`: one arrow from the app's frame says so. */
const SHARED = 'packages/shared'

const toEdges = ({ rooms, arrows }: RoomMap): string[] => {
  const toShared = (home: string) =>
    rooms.find((room) => room.home === home && arrows.some(([from, to]) => from === room.id && to === SHARED))
  const frames = [...FRAMES].flatMap(([home, frame]) => {
    const lowest = toShared(home)
    return lowest ? [`${quote(lowest.id)}->${quote(SHARED)}[ltail=${quote(`cluster ${frame}`)}]`] : []
  })
  const isFramed = (from: string) => [...FRAMES.keys()].some((home) => from.startsWith(`${home}/`))
  return (
    arrows
      .filter(([from, to]) => to !== SHARED || !isFramed(from))
      // What starts everything reaches far: its arrows give way to the others.
      .map(([from, to]) => `${quote(from)}->${quote(to)}[weight=${STARTS.has(from) ? 1 : 3}]`)
      .concat(frames)
  )
}

/** Frames stand apart: each in a larger one that is not drawn. */
const apart = (frame: string, index: number): string =>
  `subgraph "cluster gap ${index}"{style=invis;label="";margin=7;${frame}}`

const toDot = (map: RoomMap): string => {
  const { rooms } = map
  const at = (test: (room: Room) => boolean) => rooms.filter(test).map(toNode)
  const isFeature = ({ id }: Room) => id.includes(FEATURES)
  const frames = [
    ...[...FRAMES].map(([home, frame]) => {
      const features = at((room) => room.home === home && isFeature(room))
      return toCluster(frame, 'outer', [
        ...at((room) => room.home === home && !isFeature(room)),
        ...(features.length > 0 ? [toCluster('features', 'inner', features)] : []),
      ])
    }),
    toCluster(
      'packages',
      'outer',
      at(({ home }) => !FRAMES.has(home)),
    ),
  ]
  return `digraph{
    graph[rankdir=TB,compound=true,ranksep=0.36,nodesep=0.26,fontname=Helvetica,fontsize=13,style=rounded,labeljust=l,margin=0,pad=0.2,newrank=true]
    node[shape=box,style=rounded,fontname=Helvetica,fontsize=13,height=0.36,margin="0.14,0.04"]
    edge[arrowsize=0.55]
    ${frames.map(apart).join('\n')}
    {rank=same;${at(({ id }) => SIDE_BY_SIDE.has(id)).join(';')}}
    ${toEdges(map).join(';')}
  }`
}

/** The map as SVG: the same bytes for the same imports. */
export const drawRooms = async (map: RoomMap): Promise<string> => {
  const viz = await instance()
  const svg = viz.renderString(toDot(map), { format: 'svg' })
  return svg
    .slice(svg.indexOf('<svg'))
    .replaceAll(/<!--.*?-->\n?/gs, '')
    .replaceAll(/<title>.*?<\/title>\n?/gs, '')
    .replaceAll(/ (?:fill|stroke|font-family|font-size|font-weight)="[^"]*"/g, '')
    .replace(/<polygon points="[^"]*"\/>/, '')
    .replace(
      /<svg width="[^"]*" height="[^"]*"\s+viewBox="0.00 0.00 ([\d.]+) ([\d.]+)"/,
      (_, width, height) =>
        `<svg role="img" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`,
    )
    .replace(
      />/,
      `><title>Who imports whom in Visavis</title><style>${STYLE}</style><rect class="paper" width="100%" height="100%" rx="8"/>`,
    )
}
