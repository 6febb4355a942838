import { html } from 'hono/html'

type Html = ReturnType<typeof html>

/** `/docs/page.css`. */
export const PLAIN_CSS = `:root { color-scheme: light dark }
body { margin: 0; font: 1rem/1.5 system-ui, sans-serif }
main { max-width: 44rem; margin: 0 auto; padding: 1.5rem }
dl > div { padding: 0.5rem; border-radius: 0.25rem; scroll-margin: 1rem }
dl > div:target { outline: 2px solid }
dd { margin: 0 }
`

/** A page for people who build with this server or run it. @param css where `PLAIN_CSS` is, seen from the page's own address */
export const plainPage = ({ title, css, content }: { title: string; css: string; content: Html }) =>
  html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="stylesheet" href="${css}">
</head>
<body>
<main>
<h1>${title}</h1>
${content}</main>
</body>
</html>
`
