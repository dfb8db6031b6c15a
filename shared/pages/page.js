// Old phones run this too: nothing newer than XMLHttpRequest.
(function () {
  var EVERY = 4000, LONGEST = 30000, now = document.getElementById('now'), noLine = document.getElementById('no-line');
  var wait = EVERY, failed = 0, etag = '', title = document.title, heard = call();
  document.getElementById('by-itself').hidden = false;
  if (heard) notice();
  setTimeout(ask, EVERY);

  function call() {
    var sheet = now.querySelector('.sheet');
    return sheet ? sheet.getAttribute('data-call') : '';
  }

  function notice() {
    now.querySelector('.sheet').className += ' flash';
    document.title = now.querySelector('.say').textContent;
    if (navigator.vibrate) navigator.vibrate([400, 200, 400, 200, 400]);
  }

  function ask() {
    var request = new XMLHttpRequest();
    request.open('GET', location.pathname + '/now' + location.search);
    request.timeout = 10000;
    if (etag) request.setRequestHeader('If-None-Match', etag);
    request.onload = function () { heardOf(request); };
    request.onerror = request.ontimeout = function () { again(false); };
    request.send();
  }

  function heardOf(request) {
    if (request.status === 200 || request.status === 404) {
      etag = request.getResponseHeader('ETag') || '';
      if (now.innerHTML !== request.responseText) show(request.responseText);
    }
    again(request.status === 200 || request.status === 304 || request.status === 404);
  }

  function show(text) {
    now.innerHTML = text;
    document.title = title;
    if (call() && call() !== heard) notice();
    heard = call();
  }

  function again(well) {
    failed = well ? 0 : failed + 1;
    wait = well ? EVERY : Math.min(wait * 2, LONGEST);
    noLine.hidden = failed < 2;
    setTimeout(ask, wait * (0.8 + 0.4 * Math.random()));
  }
})();
