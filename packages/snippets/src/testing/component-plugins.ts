/** Of Vite, for tests that read components in these languages: imported by `vitest.config.ts`, found from here. */
export { svelte } from '@sveltejs/vite-plugin-svelte'
export { default as vue } from '@vitejs/plugin-vue'
