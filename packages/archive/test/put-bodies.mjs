// Puts bodies from a process of its own: node put-bodies.mjs FOLDER FIRST LAST. It prints the key, then each body's SHA-256
// once it is kept.
import { loadArchiveKey, openArchive } from '@vigil/archive';

const [, , directory, first, last] = process.argv;
const key = await loadArchiveKey({ directory, env: {} });
console.log(Buffer.from(key).toString('base64'));
const archive = openArchive({ directory, key });
for (let n = Number(first); n < Number(last); n += 1) {
  const { sha256 } = await archive.put(Buffer.from(`body ${n} `.repeat(20_000)));
  console.log(sha256);
}
