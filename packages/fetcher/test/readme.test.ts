import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { assertOk, createFetcher } from '../src/index.js';
import { serveSite } from './local-server.js';

it('the example of the README runs', async () => {
  const { origin: via } = await serveSite((_request, response) => void response.end('<rss/>'));
  // The lines of the example, as they stand there.
  const fetcher = createFetcher({ userAgent: 'Vigil/0.1 (Example Watch; +https://watch.example/contact)', via });
  const url = 'https://ecf.cacd.uscourts.gov/cgi-bin/rss_outside.pl';
  const fetched = await fetcher.get({ url, accept: 'text/xml' });
  assertOk(fetched);
  await fetcher.close();

  const readme = await readFile(new URL('../README.md', import.meta.url), 'utf8');
  const example = /```ts\n([^]*?)```/.exec(readme)?.[1]?.replaceAll(/\s/g, '');
  const here = (await readFile(import.meta.filename, 'utf8')).replaceAll(/\s/g, '');
  expect(example).toBeTruthy();
  expect(here).toContain(example);
});
