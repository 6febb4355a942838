import './shell/without-eval.ts'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { createClient } from './shell/create-client.ts'
import { createConsoleRouter } from './shell/router.tsx'
import './shell/console.css'

const client = createClient(() => {
  const { pathname } = router.state.location
  if (!pathname.endsWith('/invite')) void router.navigate({ to: '/sign-in' })
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
