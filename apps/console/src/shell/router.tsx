import type { QueryClient } from '@tanstack/react-query'
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router'
import { OPERATOR } from '@visavis/shared/console-roles'
import { IS_TEST, LIVE_DESK, TEST_DESK } from '../api/mode.ts'
import { meQuery, type Search } from '../api/queries.ts'
import { ApiError } from '../api/request.ts'
import { Desk } from './Desk.tsx'
import { Missing } from './Missing.tsx'
import { parseSearch, stringifySearch } from './search.ts'

const root = createRootRouteWithContext<{ client: QueryClient }>()({
  component: Outlet,
  notFoundComponent: Missing,
})

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  component: lazyRouteComponent(() => import('../sign-in/SignInPage.tsx'), 'SignInPage'),
})

const invite = createRoute({
  getParentRoute: () => root,
  path: '/invite',
  component: lazyRouteComponent(() => import('../sign-in/InvitePage.tsx'), 'InvitePage'),
})

const callback = createRoute({
  getParentRoute: () => root,
  path: '/oidc/callback',
  component: lazyRouteComponent(() => import('../sign-in/CallbackPage.tsx'), 'CallbackPage'),
})

const confirm = createRoute({
  getParentRoute: () => root,
  path: '/confirm',
  component: lazyRouteComponent(() => import('../sign-in/ConfirmPage.tsx'), 'ConfirmPage'),
})

/** Everything behind it is for people who are signed in. */
const desk = createRoute({
  getParentRoute: () => root,
  id: 'desk',
  component: Desk,
  beforeLoad: async ({ context }) => {
    await context.client.ensureQueryData(meQuery).catch((error: unknown) => {
      throw error instanceof ApiError && error.status === 401 ? redirect({ to: '/sign-in' }) : error
    })
  },
})

const validateSearch = (search: Record<string, unknown>): Search => search as Search

const overview = createRoute({
  getParentRoute: () => desk,
  path: '/',
  validateSearch,
  beforeLoad: async ({ context }) => {
    const { role } = await context.client.ensureQueryData(meQuery)
    if (role === OPERATOR) throw redirect({ to: '/installation' })
  },
  component: lazyRouteComponent(() => import('../overview/OverviewPage.tsx'), 'OverviewPage'),
})

const list = createRoute({
  getParentRoute: () => desk,
  path: '/authentications',
  validateSearch,
  component: lazyRouteComponent(() => import('../authentications/ListPage.tsx'), 'ListPage'),
})

const oneCase = createRoute({
  getParentRoute: () => desk,
  path: '/authentications/$id',
  component: lazyRouteComponent(() => import('../authentications/CasePage.tsx'), 'CasePage'),
})

const reviews = createRoute({
  getParentRoute: () => desk,
  path: '/reviews',
  validateSearch,
  component: lazyRouteComponent(() => import('../reviews/QueuePage.tsx'), 'QueuePage'),
})

const review = createRoute({
  getParentRoute: () => desk,
  path: '/reviews/$subjectId',
  component: lazyRouteComponent(() => import('../reviews/ReviewPage.tsx'), 'ReviewPage'),
})

const requests = createRoute({
  getParentRoute: () => desk,
  path: '/picture-requests',
  component: lazyRouteComponent(() => import('../reviews/RequestsPage.tsx'), 'RequestsPage'),
})

const applicants = createRoute({
  getParentRoute: () => desk,
  path: '/applicants',
  validateSearch,
  component: lazyRouteComponent(() => import('../applicants/ApplicantsPage.tsx'), 'ApplicantsPage'),
})

const applicant = createRoute({
  getParentRoute: () => desk,
  path: '/applicants/$id',
  component: lazyRouteComponent(() => import('../applicants/ApplicantPage.tsx'), 'ApplicantPage'),
})

const webhooks = createRoute({
  getParentRoute: () => desk,
  path: '/webhooks',
  component: lazyRouteComponent(() => import('../webhooks/WebhooksPage.tsx'), 'WebhooksPage'),
})

const webhook = createRoute({
  getParentRoute: () => desk,
  path: '/webhooks/$id',
  validateSearch,
  component: lazyRouteComponent(() => import('../webhooks/WebhookPage.tsx'), 'WebhookPage'),
})

const audit = createRoute({
  getParentRoute: () => desk,
  path: '/audit',
  validateSearch,
  component: lazyRouteComponent(() => import('../audit/AuditPage.tsx'), 'AuditPage'),
})

const journeys = createRoute({
  getParentRoute: () => desk,
  path: '/journeys',
  validateSearch,
  component: lazyRouteComponent(() => import('../journeys/JourneysPage.tsx'), 'JourneysPage'),
})

const newJourney = createRoute({
  getParentRoute: () => desk,
  path: '/journeys/new',
  component: lazyRouteComponent(() => import('../journeys/NewJourneyPage.tsx'), 'NewJourneyPage'),
})

const journey = createRoute({
  getParentRoute: () => desk,
  path: '/journeys/$id',
  component: lazyRouteComponent(() => import('../journeys/JourneyPage.tsx'), 'JourneyPage'),
})

const keys = createRoute({
  getParentRoute: () => desk,
  path: '/keys',
  validateSearch,
  component: lazyRouteComponent(() => import('../keys/KeysPage.tsx'), 'KeysPage'),
})

const newKey = createRoute({
  getParentRoute: () => desk,
  path: '/keys/new',
  component: lazyRouteComponent(() => import('../keys/NewKeyPage.tsx'), 'NewKeyPage'),
})

const team = createRoute({
  getParentRoute: () => desk,
  path: '/team',
  component: lazyRouteComponent(() => import('../team/TeamPage.tsx'), 'TeamPage'),
})

/** For operators, who have no other page. */
const installation = createRoute({
  getParentRoute: () => desk,
  path: '/installation',
  component: lazyRouteComponent(() => import('../installation/InstallationPage.tsx'), 'InstallationPage'),
})

/** Whoever is no admin is told so by the server. */
const settings = [journeys, newJourney, journey, keys, newKey, team] as const

export const createConsoleRouter = (client: QueryClient) =>
  createRouter({
    routeTree: root.addChildren([
      signIn,
      invite,
      callback,
      confirm,
      desk.addChildren([
        overview,
        list,
        oneCase,
        reviews,
        review,
        requests,
        applicants,
        applicant,
        webhooks,
        webhook,
        audit,
        installation,
        ...settings,
      ]),
    ]),
    basepath: IS_TEST ? TEST_DESK : LIVE_DESK,
    context: { client },
    parseSearch,
    stringifySearch,
  })

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createConsoleRouter>
  }
}
