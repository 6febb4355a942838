/**
 * Who may import whom: the one place where that is written. `pnpm lint` refuses every other import and
 * `pnpm architecture` draws what is left.
 *
 * Each list stands lowest first: a room imports from those before it, never from those after it.
 */
export const ROOMS = {
  workspace: [
    'packages/face-quality',
    'packages/shared',
    'packages/face-models',
    'packages/face-engine',
    'packages/embed',
    'packages/react',
    'packages/vue',
    'packages/svelte',
    'packages/server-sdk',
    'packages/testing',
    'packages/vendor-sandbox',
    'apps/bff',
    'apps/widget',
    'apps/console',
    'examples',
    // Tools: nothing that is shipped knows them, and they reach where they need to.
    'packages/snippets',
    'e2e',
    'bench',
    'scripts',
  ],

  'apps/bff/src': [
    'i18n',
    'mail',
    'net',
    'storage',
    'providers',
    'http',
    'features/links',
    'features/idempotency',
    'features/audit',
    'features/exports',
    'features/applicants',
    'features/journeys',
    'features/pictures',
    'features/webhooks',
    'features/access',
    'features/reviews',
    'features/faces',
    'features/checks',
    'features/authentications',
    'features/search',
    'features/capture',
    'features/handoff',
    'features/erasure',
    'features/console',
    // The configuration, and the database and the storage put together from the rooms above.
    'composition',
    'telemetry',
    'jobs',
    'cli',
    'demo',
    // The files beside the rooms come last: they compose.
  ],

  'apps/console/src': [
    'api',
    'words',
    'parts',
    'fields',
    'sign-in',
    'overview',
    'authentications',
    'reviews',
    'applicants',
    'webhooks',
    'keys',
    'team',
    'installation',
    'audit',
    'journeys',
    'shell',
  ],

  'apps/widget/src': [
    'loader',
    'api',
    'camera',
    'picture',
    'detector',
    'selfie',
    'turn',
    'handoff',
    'flow',
    'i18n',
    'shell',
    'vendor-sdks',
    'bridge',
    'ui',
  ],
} as const

/** Rooms with one door, their `index.ts`. The others are imported file by file. */
export const HAS_DOOR = /^features\//

/** Tools import from the inside of other packages; all others by their names. */
export const TOOLS = ['packages/snippets', 'e2e', 'bench', 'scripts'] as const

/** Files beside the rooms of `apps/widget/src` that every room may use. */
export const WIDGET_LEAVES = [
  'is-web-url.ts',
  'memory.ts',
  'own-link.ts',
  'parse-url.ts',
  'read-token.ts',
] as const

/** Of the server, only these know the face engine. `start.ts` composes it. */
export const KNOWS_ENGINE = [
  'composition/open-embedded.ts',
  'providers/embedded/',
  'features/checks/',
  'features/search/',
  'start.ts',
] as const

/** Of the widget, only these know React. */
export const KNOWS_REACT = ['ui/', 'mount-app.tsx', 'mount-claim.tsx', 'mount-preview.tsx'] as const

/** What serves tests only: it may import anything, and nothing else imports it. */
export const TESTS = [
  '\\.test(-d)?\\.tsx?$',
  '/describe-[^/]+\\.ts$',
  'contract\\.ts$',
  '/src/testing/',
  '/src/.+/testing/',
  '-child\\.ts$',
] as const
