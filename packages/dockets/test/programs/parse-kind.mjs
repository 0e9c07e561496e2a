/** A parser as score.mjs of the conformance folder wants it: `--kind KIND FILE…`, one line of JSON a file. */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { kinds } from '@vigil/dockets';

const [, , , kind, ...files] = process.argv;
for (const file of files) {
  const name = basename(file);
  const court = name.split(/[_.]/)[0].replace(/^(ca\d+)-.*/, '$1');
  try {
    console.log(JSON.stringify({ file, record: kinds[kind].toJuriscraper(readFileSync(file), { court, name }) }));
  } catch (error) {
    console.log(JSON.stringify({ file, error: String(error) }));
  }
}
