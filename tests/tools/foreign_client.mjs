// A kiosk in another language, written from docs/protocol.md alone: it takes one ticket and keeps asking under the same
// request id until it knows the number; when its line breaks it comes back, asks again, and must get the same number.
//
//   node foreign_client.mjs wss://127.0.0.1:7171 IDENTITY PJ01 [once]
//
// IDENTITY is the folder that `suyana hub identity --role kiosk --device foreign-kiosk --out IDENTITY` wrote.
// Says on stdout, one JSON object a line: {"did": "took", ...}, then after the next break {"did": "repeated", ...}.
// With `once` it leaves after the first.

import { randomUUID, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import WebSocket from 'ws';

const [url, identity, service, once] = process.argv.slice(2);
const file = (name) => readFileSync(join(identity, name));
const [, centre, role, device] = new X509Certificate(file('certificate.pem')).subjectAltName
  .match(/URI:suyana:\/\/([^/]+)\/([^/]+)\/([^,]+)/);
const TLS = {
  key: file('key.pem'),
  cert: file('certificate.pem'),
  ca: file('ca.pem'), // this authority, and no other
  servername: `hub.${centre}.suyana`, // what the hub must prove, at whatever address it is
  minVersion: 'TLSv1.3',
};
const HELLO = { type: 'hello', protocol: [1, 1], role, device: decodeURIComponent(device) };
const ORDER = { type: 'command', request: randomUUID(), command: { type: 'issue_ticket', service, preferential: true } };
const WELCOME_WITHIN = 3000; // ms
const PING_EVERY = 2000; // ms, and as long for the pong
const FIRST_PAUSE = 250; // ms
const LONGEST_PAUSE = 5000; // ms

let views = new Map();
let pause = FIRST_PAUSE;
let took = null; // what was said of the first answer

function connect() {
  const line = new WebSocket(url, { perMessageDeflate: false, handshakeTimeout: WELCOME_WITHIN, ...TLS });
  const say = (message) => line.send(JSON.stringify(message));
  const guard = setTimeout(() => line.terminate(), WELCOME_WITHIN);
  let pinging;
  let alive = true;

  line.on('open', () => say(HELLO));
  line.on('error', () => {}); // 'close' follows
  line.on('pong', () => { alive = true; });
  line.on('close', () => {
    clearTimeout(guard);
    clearInterval(pinging);
    setTimeout(connect, pause * (0.5 + Math.random() / 2));
    pause = Math.min(pause * 2, LONGEST_PAUSE);
  });
  line.on('message', (frame) => hear(JSON.parse(frame.toString())));

  function hear(message) {
    switch (message.type) {
      case 'welcome':
        clearTimeout(guard);
        pause = FIRST_PAUSE;
        views = new Map(Object.entries(message.snapshot));
        pinging = setInterval(() => {
          if (!alive) return line.terminate();
          alive = false;
          line.ping();
        }, PING_EVERY);
        say(ORDER); // not answered yet, or answered already: it is carried out once
        break;
      case 'changes':
        for (const [key, view] of Object.entries(message.set)) views.set(key, view);
        for (const key of message.gone) views.delete(key);
        break;
      case 'answer':
        if (message.request === ORDER.request) answered(message);
        break;
      case 'refused':
        end(1, { did: 'refused', code: message.code, params: message.params });
        break;
      case 'problem':
        end(1, { did: 'met a problem', problem: message.problem });
        break;
      default: // of a newer hub
    }
  }
}

function answered({ seq, result }) {
  if (!took) {
    took = { did: 'took', centre: views.get('catalogue').catalogue.id, seq, receipt: result };
    if (once) end(0, took);
    else console.log(JSON.stringify(took)); // and keep the line until it breaks
    return;
  }
  end(0, { did: 'repeated', seq, waiting: views.get(`service/${service}`).waiting, receipt: result });
}

function end(status, said) {
  process.stdout.write(`${JSON.stringify(said)}\n`, () => process.exit(status));
}

connect();
