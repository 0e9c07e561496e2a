import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sharedFolder } from '@vigil/tooling/testing';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Courthouse, startCourthouse } from '../src/index.js';
import { ask } from './ask.js';
import { cacd, district, scenarioOf } from './small-scenario.js';

let folder: string;
let courthouse: Courthouse | undefined;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'courthouse-'));
});
afterEach(async () => {
  await courthouse?.close();
  courthouse = undefined;
  await rm(folder, { recursive: true });
});

test('recordings of a court are shown one after another, untouched, and the last one stays', async () => {
  const recordings = ['<rss>\u0000\u00e91</rss>', '<rss>2', '<rss>10'].map((text) => Buffer.from(text, 'latin1'));
  for (const [index, name] of ['cacd_1.xml', 'cacd_2.xml', 'cacd_10.xml'].entries()) {
    await writeFile(join(folder, name), recordings[index] ?? '');
  }
  await writeFile(join(folder, 'cacd_1.json'), '{}');
  courthouse = await startCourthouse({ replay: folder });
  for (const wanted of [...recordings, recordings[2]]) {
    const { headers, body } = await ask(courthouse, cacd);
    expect(headers['x-simulator']).toBe('vigil-courthouse');
    expect(body).toEqual(wanted);
  }
  expect((await ask(courthouse, { ...cacd, path: '/robots.txt' })).body.toString()).toContain('Allow: /');
});

test('a folder that is missing, empty, or of a court that the scenario has too, is refused', async () => {
  await expect(startCourthouse({ replay: join(folder, 'nowhere') })).rejects.toMatchObject({ code: 'BAD_INPUT' });
  await expect(startCourthouse({ replay: folder })).rejects.toMatchObject({ code: 'BAD_INPUT' });
  await writeFile(join(folder, 'cacd.xml'), '<rss/>');
  await expect(startCourthouse({ replay: folder, scenario: scenarioOf(district) })).rejects.toMatchObject({
    code: 'BAD_INPUT',
  });
});

test('the eight recorded feeds are replayed byte for byte', async () => {
  const feeds = sharedFolder('conformance/rss_feeds');
  courthouse = await startCourthouse({ replay: feeds });
  const files = (await readdir(feeds)).filter((name) => name.endsWith('.xml'));
  expect(courthouse.sites).toHaveLength(8);
  for (const { courtId, host, feedPath: path } of courthouse.sites) {
    const file = files.find((name) => /^[a-z0-9]+/.exec(name)?.[0] === courtId) ?? courtId;
    const { status, body } = await ask(courthouse, { host, path });
    expect([courtId, status, body.equals(await readFile(join(feeds, file)))]).toEqual([courtId, 200, true]);
  }
});
