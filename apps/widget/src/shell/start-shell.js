// What the page can say before the rest of its code is there, and without it. It stands in the page itself, and in
// ES5: browsers that cannot read the rest have to read this. `page-shell.ts` adds the words.
;(function startShell(words) {
  var RELOADS = 2
  var PROBES = 3
  var PAUSE_MS = 500
  var PATIENCE_MS = 20000
  var page = document.documentElement
  var isLost = false

  // As the page around the frame asks, in the frame's address: there before anything is painted.
  var asked = /[?&]theme=(light|dark)\b/.exec(location.search)
  if (asked) page.setAttribute('data-theme', asked[1])

  function chooseWords() {
    var languages = navigator.languages || [navigator.language]
    for (var index = 0; index < languages.length; index += 1) {
      var own = words[String(languages[index]).toLowerCase().split('-')[0]]
      if (own) return own
    }
    return words.en
  }
  var own = chooseWords()

  // Not `DOMContentLoaded`: that waits for the rest of the code.
  function whenParsed(act) {
    if (document.readyState !== 'loading') act()
    else document.addEventListener('readystatechange', act)
  }
  function findShell() {
    return document.getElementById('shell')
  }
  // As soon as React draws.
  function isGone() {
    return document.readyState !== 'loading' && !findShell()
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
  function tell(kind) {
    whenParsed(function () {
      say(kind)
    })
  }

  // A browser keeps in mind which of a page's scripts did not come: only loading the page anew asks again, and only
  // once the file can be had, or the browser would show an error page of its own.
  function probe(address, left) {
    function again() {
      if (left > 1) probe(address, left - 1)
      else tell('offline')
    }
    setTimeout(
      function () {
        var request = new XMLHttpRequest()
        request.onload = function () {
          // It may have come by itself meanwhile: nobody loses a page that they are reading.
          if (isGone()) return
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
    else tell('offline')
  }

  addEventListener(
    'error',
    function (event) {
      var address = event.target && (event.target.src || event.target.href)
      if (isGone()) return
      if (typeof address === 'string') recover(address)
      // Without an exception: an observer of sizes that has more to tell than fits in a frame.
      else if (event.error) tell('old')
    },
    true,
  )
  // A part that was asked for while the page starts did not come, however often it was asked for.
  addEventListener('unhandledrejection', function () {
    tell('offline')
  })
  setTimeout(function () {
    tell('offline')
  }, PATIENCE_MS)

  whenParsed(function () {
    var shell = findShell()
    if (!shell || shell.hasAttribute('data-code')) return
    shell.querySelector('h1').textContent = document.title = own.title
    page.lang = own.lang
    page.dir = own.dir
  })
  if (!('noModule' in document.createElement('script'))) tell('old')
})
