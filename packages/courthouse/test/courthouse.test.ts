import { readFile } from 'node:fs/promises';
import { afterEach, expect, test } from 'vitest';
import {
  type Courthouse,
  courtAddress,
  foundingStory,
  loadScenario,
  startCourthouse,
  VirtualClock,
} from '../src/index.js';
import { ask } from './ask.js';
import { readFeed } from './read-feed.js';
import { appellate, bankruptcy, cacd, district, nyed, scenarioOf } from './small-scenario.js';

let courthouse: Courthouse | undefined;
afterEach(async () => {
  await courthouse?.close();
  courthouse = undefined;
});

test('a court is found by the Host header and its own path', async () => {
  courthouse = await startCourthouse({ scenario: scenarioOf(district, appellate, nyed) });
  for (const { courtId, host, feedPath: path } of courthouse.sites) {
    const answer = await ask(courthouse, { host, path });
    expect([courtId, answer.status]).toEqual([courtId, 200]);
    expect(answer.headers['x-simulator']).toBe('vigil-courthouse');
    expect(answer.headers['etag']).toBeUndefined();
    expect(readFeed(answer.body).items.length).toBeGreaterThan(0);
  }
  expect(courthouse.sites.map(({ courtId }) => courtId)).toEqual(['cacd', 'ca9', 'nyed']);
});

test('the courts’ own addresses are those of CM/ECF', () => {
  expect(courtAddress('cacd')).toEqual({
    courtId: 'cacd',
    host: 'ecf.cacd.uscourts.gov',
    feedPath: '/cgi-bin/rss_outside.pl',
  });
  expect(courtAddress('ared').feedPath).toBe('/cgi-bin/rss_outside4.pl');
  expect(courtAddress('nyed').feedPath).toBe('/cgi-bin/readyDockets.pl');
  for (const id of ['ca9', 'cadc', 'cafc']) {
    expect(courtAddress(id).feedPath).toBe('/n/beam/servlet/TransportRoom?servlet=RSSGenerator');
  }
  expect(courtAddress('cacb').feedPath).toBe('/cgi-bin/rss_outside.pl');
});

test('another host, another path and another method are refused', async () => {
  courthouse = await startCourthouse({ scenario: scenarioOf(district) });
  expect((await ask(courthouse, { ...cacd, host: 'ecf.txwd.uscourts.gov' })).status).toBe(421);
  expect((await ask(courthouse, { ...cacd, path: '/cgi-bin/HistDocQry.pl?9900001' })).status).toBe(404);
  expect((await ask(courthouse, { ...cacd, method: 'POST' })).status).toBe(405);
  const head = await ask(courthouse, { ...cacd, method: 'HEAD' });
  expect([head.status, head.body.length]).toEqual([200, 0]);
});

test('a feed follows the virtual clock', async () => {
  const scenario = scenarioOf(district);
  const clock = new VirtualClock({ ...scenario.clock, start: Date.UTC(2017, 11, 14, 17) });
  clock.pause();
  courthouse = await startCourthouse({ scenario, clock });
  expect(readFeed((await ask(courthouse, cacd)).body).items).toHaveLength(1);
  courthouse.clock.advanceTo(Date.UTC(2017, 11, 14, 19));
  const { channel, items } = readFeed((await ask(courthouse, cacd)).body);
  expect(items).toHaveLength(3);
  expect(channel['lastBuildDate']).toBe('Thu, 14 Dec 2017 19:00:00 GMT');
});

test('a district court shows the docket report of a case as it is now, and other courts show none', async () => {
  const scenario = scenarioOf(district, bankruptcy);
  const clock = new VirtualClock({ ...scenario.clock, start: Date.UTC(2017, 11, 14, 19) });
  clock.pause();
  courthouse = await startCourthouse({ scenario, clock });
  const path = '/cgi-bin/DktRpt.pl?9900001';
  const { status, headers, body } = await ask(courthouse, { ...cacd, path });
  expect([status, headers['content-type']]).toEqual([200, 'text/html; charset=ISO-8859-1']);
  const html = body.toString('latin1');
  expect(html).toContain('SIMULATOR');
  expect(html).toContain('CIVIL DOCKET FOR CASE #: 2:17-cv-90001');
  expect(html.match(/<tr><td width=94/g)).toHaveLength(2);
  expect(html).toContain(`goDLS('/doc1/031190000002','9900001','7',`);
  expect(html).toContain('Temporary Restraining Order, Order to Show Cause (Entered: 12/14/2017)');
  expect(html).toContain('<td colspan=4 align=center>12/14/2017 14:00:00</td>');
  expect((await ask(courthouse, { ...cacd, path: '/cgi-bin/DktRpt.pl?1' })).status).toBe(404);
  const other = { host: 'ecf.cacb.uscourts.gov', path: '/cgi-bin/DktRpt.pl?9900002' };
  expect((await ask(courthouse, other)).status).toBe(404);
});

test('robots.txt allows all, unless the scenario says otherwise', async () => {
  const closed = { ...nyed, robots: 'User-agent: *\nDisallow: /\n' };
  courthouse = await startCourthouse({ scenario: scenarioOf(district, closed) });
  expect((await ask(courthouse, { ...cacd, path: '/robots.txt' })).body.toString()).toContain('Allow: /');
  const robots = await ask(courthouse, { host: 'ecf.nyed.uscourts.gov', path: '/robots.txt' });
  expect(robots.body.toString()).toContain('Disallow: /');
});

test('a court that is told to sends validators, and answers 304 while its items are the same', async () => {
  const scenario = scenarioOf({ ...district, conditional: true });
  const clock = new VirtualClock(scenario.clock);
  clock.pause();
  courthouse = await startCourthouse({ scenario, clock });
  const { headers } = await ask(courthouse, cacd);
  const etag = headers['etag'] ?? '';
  const modified = headers['last-modified'] ?? '';
  expect(modified).toBe('Thu, 14 Dec 2017 20:00:00 GMT');

  clock.advanceTo(clock.now() + 60_000);
  const same = await ask(courthouse, { ...cacd, headers: { 'if-none-match': etag } });
  expect([same.status, same.body.length, same.headers['etag']]).toEqual([304, 0, etag]);
  expect((await ask(courthouse, { ...cacd, headers: { 'if-modified-since': modified } })).status).toBe(304);
  const both = { 'if-none-match': '"other"', 'if-modified-since': modified };
  expect((await ask(courthouse, { ...cacd, headers: both })).status).toBe(200);

  clock.advanceTo(Date.UTC(2017, 11, 15, 16));
  expect((await ask(courthouse, { ...cacd, headers: { 'if-none-match': etag } })).status).toBe(200);
  expect((await ask(courthouse, { ...cacd, headers: { 'if-modified-since': modified } })).status).toBe(200);
});

test('a browser sees an index under a banner, and each feed behind a link', async () => {
  courthouse = await startCourthouse({ scenario: scenarioOf(district) });
  const index = await (await fetch(courthouse.origin)).text();
  expect(index).toContain('SIMULATOR');
  const [, link] = /href="([^"]+)"/.exec(index) ?? [];
  const feed = await fetch(`${courthouse.origin}${link}`);
  expect(readFeed(Buffer.from(await feed.arrayBuffer())).items).toHaveLength(4);
});

test('nothing to serve, and a taken port, are refused', async () => {
  await expect(startCourthouse({})).rejects.toMatchObject({ code: 'BAD_INPUT' });
  courthouse = await startCourthouse({ scenario: scenarioOf(district) });
  const port = Number(new URL(courthouse.origin).port);
  await expect(startCourthouse({ scenario: scenarioOf(district), port })).rejects.toMatchObject({
    code: 'BAD_SETTING',
  });
});

test('the example of the README runs', async () => {
  courthouse = await startCourthouse({ scenario: await loadScenario(foundingStory) });
  const feed = await fetch(`${courthouse.origin}/ecf.cacd.uscourts.gov/cgi-bin/rss_outside.pl`);
  courthouse.fault('ecf.cacd.uscourts.gov', { kind: 'unavailable', times: 1 });
  expect(feed.status).toBe(200);

  const [readme, here] = await Promise.all(
    [new URL('../README.md', import.meta.url), new URL(import.meta.url)].map((file) => readFile(file, 'utf8')),
  );
  const lines =
    /```ts\n(.*?)```/s
      .exec(readme ?? '')?.[1]
      ?.trim()
      .split('\n') ?? [];
  expect(lines.length).toBeGreaterThan(2);
  for (const line of lines.slice(1)) expect(here).toContain(line.replace('const courthouse', 'courthouse'));
});
