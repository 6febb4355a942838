// What the page can say before the rest of its code is there, and without it. It stands in the page itself, right after
// the shell: a browser reads no further while the styles below do not come. And in ES5: browsers that cannot read the
// rest have to read this. `page-shell.ts` adds the words.
;(function startShell(words) {
  var RELOADS = 2
  var PROBES = 3
  var PAUSE_MS = 500
  var PATIENCE_MS = 20000
  var page = document.documentElement
  var isLost = false

  function chooseWords() {
    var languages = navigator.languages || [navigator.language]
    for (var index = 0; index < languages.length; index += 1) {
      var own = words[String(languages[index]).toLowerCase().split('-')[0]]
      if (own) return own
    }
    return words.en
  }
  var own = chooseWords()

  // Gone as soon as React draws.
  function findShell() {
    return document.getElementById('shell')
  }
  function readReloads() {
    return (history.state && history.state.reloads) || 0
  }
  // Beside the link's secret, which `own-link.ts` keeps there.
  function reload(count) {
    history.replaceState({ visavis: (history.state && history.state.visavis) || '', reloads: count }, '')
    location.reload()
  }

  function say(kind) {
    var shell = findShell()
    if (!shell || shell.hasAttribute('data-code')) return
    var text = document.createElement('p')
    var button = document.createElement('button')
    shell.setAttribute('data-code', kind)
    shell.querySelector('h1').textContent = document.title = own[kind].title
    text.textContent = own[kind].text
    text.setAttribute('role', 'alert')
    button.textContent = own.again
    button.onclick = function () {
      reload(0)
    }
    shell.appendChild(text)
    shell.appendChild(button)
  }

  // A browser keeps in mind which of a page's scripts did not come: only loading the page anew asks again, and only
  // once the file can be had, or the browser would show an error page of its own.
  function probe(address, left) {
    function again() {
      if (left > 1) probe(address, left - 1)
      else say('offline')
    }
    setTimeout(
      function () {
        var request = new XMLHttpRequest()
        request.onload = function () {
          // It may have come by itself meanwhile: nobody loses a page that they are reading.
          if (!findShell()) return
          if (request.status !== 200) again()
          else reload(readReloads() + 1)
        }
        request.onerror = again
        request.open('GET', address)
        request.send()
      },
      PAUSE_MS * Math.pow(2, PROBES - left),
    )
  }
  function recover(address) {
    if (isLost) return
    isLost = true
    if (readReloads() < RELOADS) probe(address, PROBES)
    else say('offline')
  }

  addEventListener(
    'error',
    function (event) {
      var address = event.target && (event.target.src || event.target.href)
      if (!findShell()) return
      if (typeof address === 'string') recover(address)
      // Without an exception: an observer of sizes that has more to tell than fits in a frame.
      else if (event.error) say('old')
    },
    true,
  )
  // A part that was asked for while the page starts did not come, however often it was asked for.
  addEventListener('unhandledrejection', function () {
    say('offline')
  })
  setTimeout(function () {
    say('offline')
  }, PATIENCE_MS)

  // The words of the first screen, which the page's code is going to ask for. `page-shell.ts` adds where they are.
  if (own.file) {
    var preload = document.createElement('link')
    preload.rel = 'modulepreload'
    preload.crossOrigin = ''
    preload.href = own.file
    document.head.appendChild(preload)
  }
  findShell().querySelector('h1').textContent = document.title = own.title
  page.lang = own.lang
  page.dir = own.dir
  if (!('noModule' in document.createElement('script'))) say('old')
})
