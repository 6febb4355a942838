import type { Theme } from 'vitepress'
import DefaultTheme from 'vitepress/theme-without-fonts'
import ApiReference from './ApiReference.ts'
import './look.css'

export default {
  extends: DefaultTheme,
  enhanceApp: ({ app }) => void app.component('ApiReference', ApiReference),
} satisfies Theme
