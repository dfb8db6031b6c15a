// Reads a print job on stdin and says, as JSON, what npos finds in it: the text and the pictures.
// The one argument is the code page of the text (npos leaves that to its caller).

'use strict';

const npos = require('npos');
const iconv = require('iconv-lite');

function picture(bitmap) {
  const rows = [];
  for (let y = 0; y < bitmap.height; y++) {
    let row = '';
    for (let x = 0; x < bitmap.width; x++) {
      row += bitmap.getPixel(x, y) === 0 ? '#' : ' ';
    }
    rows.push(row);
  }
  return rows;
}

async function main() {
  const chunks = [];
  for await (const chunk of process.stdin) chunks.push(chunk);
  const found = await npos.parser().parse(Buffer.concat(chunks));
  const of = (type) => found.entries.filter((entry) => entry.type === type);
  const text = of('text').map((entry) => iconv.decode(entry.data, process.argv[2])).join('');
  const commands = found.tree.filter((node) => node.ascii !== 'STX').map((node) => `${node.ascii} ${node.fn}`);
  process.stdout.write(JSON.stringify({
    text,
    commands: [...new Set(commands)],
    pictures: of('raster').map((entry) => picture(entry.data)),
  }));
}

main().catch((fault) => {
  console.error(String(fault && fault.message || fault));
  process.exit(1);
});
