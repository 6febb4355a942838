/** Through the object model, which a page's content security policy does not stop. */
export const setStyles = (root: ShadowRoot, css: string): void => {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css)
  root.adoptedStyleSheets = [sheet]
}

/** Nothing of the page's own style reaches in, not even what is inherited. */
export const FRAME_CSS = 'iframe{all:initial;display:block;width:100%;height:100%}'
