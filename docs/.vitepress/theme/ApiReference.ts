import { useData, withBase } from 'vitepress'
import { defineComponent, h, onBeforeUnmount, onMounted, watchEffect } from 'vue'

const load = (element: HTMLElement): Promise<void> =>
  new Promise((resolve, reject) => {
    element.addEventListener('load', () => resolve())
    element.addEventListener('error', () => reject(new Error('the API reference cannot be loaded')))
    document.head.append(element)
  })

/** The server's own viewer of its OpenAPI document, inside a page of the docs. */
export default defineComponent(() => {
  const { isDark } = useData()
  const added: HTMLElement[] = []
  const add = (element: HTMLElement) => {
    added.push(element)
    return load(element)
  }
  const addScript = (name: string) =>
    add(Object.assign(document.createElement('script'), { src: withBase(`/${name}`) }))

  onMounted(async () => {
    watchEffect(() => document.documentElement.classList.toggle('dark-mode', isDark.value))
    await add(
      Object.assign(document.createElement('link'), { rel: 'stylesheet', href: withBase('/swagger-ui.css') }),
    )
    await addScript('swagger-ui-bundle.js')
    await addScript('start.js')
  })
  onBeforeUnmount(() => {
    for (const element of added) element.remove()
  })
  return () => h('div', { id: 'reference', class: 'vp-raw' })
})
