import './shell/without-eval.ts'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { createClient } from './shell/create-client.ts'
import { createConsoleRouter } from './shell/router.tsx'
import './shell/console.css'

/** Pages that say themselves why nobody is signed in. */
const DOORS = /\/(invite|oidc\/callback)$/

const client = createClient(() => {
  if (!DOORS.test(router.state.location.pathname)) void router.navigate({ to: '/sign-in' })
})
const router = createConsoleRouter(client)

const place = document.getElementById('root')
if (!place) throw new Error('the page has no root')
createRoot(place).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
)
