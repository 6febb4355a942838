// Angular's own tools compile beforehand; here the browser does, so that Vite can build it.
import '@angular/compiler'
import { provideZonelessChangeDetection } from '@angular/core'
import { bootstrapApplication } from '@angular/platform-browser'
import { SignIn } from './sign-in.ts'

bootstrapApplication(SignIn, { providers: [provideZonelessChangeDetection()] }).catch(console.error)
