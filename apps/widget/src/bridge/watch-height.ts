/** The height the page needs at least, in CSS pixels, now and whenever it changes. */
export const watchHeight = (onChange: (height: number) => void, page: Document = document): void => {
  let known = 0
  const measure = () => {
    const height = Math.ceil(page.documentElement.scrollHeight)
    if (height === known) return
    known = height
    onChange(height)
  }
  const observer = new ResizeObserver(measure)
  observer.observe(page.documentElement)
  observer.observe(page.body)
}
