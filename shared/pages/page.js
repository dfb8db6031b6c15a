// Phones of 2011 run this too: ECMAScript 3, and the first XMLHttpRequest there was. Times in milliseconds.
(function () {
  var EVERY = 4000, SELDOM = 30000, LONGEST = 30000, PATIENCE = 10000;
  var now = document.getElementById('now'), noLine = document.getElementById('no-line');
  var tag = '"' + now.getAttribute('data-tag') + '"', title = document.title, heard = call();
  var wait = EVERY, failed = 0, next = 0, asking = null;
  document.getElementById('by-itself').hidden = false;
  if (heard) notice();
  later();
  if (document.addEventListener) document.addEventListener('visibilitychange', woken, false);

  function call() {
    var sheet = now.querySelector('.sheet');
    return sheet ? sheet.getAttribute('data-call') : '';
  }

  function notice() {
    now.querySelector('.sheet').className += ' flash';
    document.title = now.querySelector('.say').getAttribute('data-say');
    if (navigator.vibrate) navigator.vibrate([400, 200, 400, 200, 400]);
  }

  function woken() {
    if (!document.hidden && !asking) ask();
  }

  function later() {
    clearTimeout(next);
    var pause = now.querySelector('.over') ? Math.max(wait, SELDOM) : wait;
    // Not all phones in one moment.
    next = setTimeout(ask, pause * (0.8 + 0.4 * Math.random()));
  }

  function ask() {
    var request = asking = new XMLHttpRequest(), late;
    clearTimeout(next);
    request.open('GET', location.pathname + '/now' + location.search, true);
    request.setRequestHeader('If-None-Match', tag);
    request.onreadystatechange = function () {
      if (request.readyState !== 4 || asking !== request) return;
      clearTimeout(late);
      asking = null;
      answered(request.status, request);
    };
    late = setTimeout(function () {
      asking = null;
      request.abort();
      answered(0);
    }, PATIENCE);
    request.send(null);
  }

  function answered(status, request) {
    if (status === 200 || status === 404) {
      tag = request.getResponseHeader('ETag') || '""';
      show(request.responseText);
    }
    var well = status === 200 || status === 304 || status === 404;
    failed = well || status === 429 ? 0 : failed + 1;
    wait = well ? EVERY : Math.min(wait * 2, LONGEST);
    noLine.hidden = failed < 2;
    later();
  }

  function show(text) {
    now.innerHTML = text;
    document.title = title;
    if (call() && call() !== heard) notice();
    heard = call();
  }
})();
