// Where the server names the engine's files in the page, and the page came in a moment, the worker is told of them at
// once: the page's code would do that a second later, and whoever presses at once waits for nothing else. On a slower
// line they would keep that code waiting. ES5. `page-shell.ts` adds where the worker is; `create-detector-worker.ts` takes it.
;(function startEngine(workerUrl) {
  var MAX_ANSWER_MS = 400
  // Of 6 kB: 1 Mbit/s.
  var MAX_READ_MS = 50
  // By then a page that takes a picture has asked for it; others have no use for 100 MB.
  var UNASKED_MS = 30000
  var slot = document.querySelector('meta[name=visavis-engine]')
  var line = navigator.connection

  function isQuick() {
    var page = performance.getEntriesByType('navigation')[0]
    if (!page || page.responseStart - page.requestStart > MAX_ANSWER_MS) return false
    return (page.responseEnd || performance.now()) - page.responseStart < MAX_READ_MS
  }
  if (!slot || !self.Worker || !self.OffscreenCanvas || (line && line.saveData) || !isQuick()) return

  var files = JSON.parse(slot.content)
  // A page makes each of its policies once.
  var policy =
    self.trustedTypes &&
    trustedTypes.createPolicy('visavis', {
      createScriptURL: function () {
        return workerUrl
      },
    })
  var worker = new Worker(policy ? policy.createScriptURL('') : workerUrl, {
    type: 'module',
    name: 'face-detector',
  })
  var early = { policy: policy, worker: worker }
  self.visavisEngine = early
  function stop() {
    if (early.worker) early.worker.terminate()
    early.worker = null
  }
  worker.onerror = stop
  setTimeout(stop, UNASKED_MS)
  for (var index = 0; index < files.length; index += 1)
    files[index].url = new URL(files[index].url, location.href).href
  worker.postMessage({ type: 'prepare', files: files })
})
