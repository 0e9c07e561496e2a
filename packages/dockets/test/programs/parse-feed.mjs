/** A parser as score.mjs of the conformance folder wants it: `--kind KIND FILE…`, one line of JSON a file. */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { readCmecfFeed, toJuriscraperFeed } from '@vigil/dockets';

const [, , , ...files] = process.argv.slice(1);
for (const file of files) {
  const court = basename(file).split(/[_.]/)[0];
  try {
    const record = toJuriscraperFeed(readCmecfFeed(readFileSync(file), { court }), court);
    console.log(JSON.stringify({ file, record }));
  } catch (error) {
    console.log(JSON.stringify({ file, error: String(error) }));
  }
}
