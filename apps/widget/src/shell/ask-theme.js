// As the page around the frame asks, in the frame's address. In the head: there before anything is painted. ES5.
;(function askTheme() {
  var asked = /[?&]theme=(light|dark)\b/.exec(location.search)
  if (asked) document.documentElement.setAttribute('data-theme', asked[1])
})()
