import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { errorOf, makePlace, records, vigil, type Place } from './vigil.js';

/** A feed with one entry of one case; the id of every case is 9000001. */
const feed = (
  minute: number,
  number: string,
  caption: string,
): string => `<?xml version="1.0"?><rss version="2.0"><channel>
<title>Central District of California</title><description>Docket entries of type: all</description>
<lastBuildDate>Mon, 02 Mar 2026 16:${minute}:00 GMT</lastBuildDate>
<item><title>${number} ${caption}</title><link>https://ecf.cacd.uscourts.gov/cgi-bin/DktRpt.pl?9000001</link><description>[Order]</description>
<guid isPermaLink="true">https://ecf.cacd.uscourts.gov/cgi-bin/DktRpt.pl?9000001&amp;${minute}</guid><pubDate>Mon, 02 Mar 2026 15:${minute}:00 GMT</pubDate></item>
</channel></rss>`;

let place: Place;
beforeAll(async () => {
  place = await makePlace();
  for (const [minute, number, caption] of [
    [10, '8:26-cv-90001', 'Roe v. Warden'],
    [20, '8:26-cv-90002', 'Acme Inc. v. Bolt LLC'],
  ] as const) {
    const file = path.join(place.env['VIGIL_HOME']!, `cacd_${minute}.xml`);
    await writeFile(file, feed(minute, number, caption));
    await vigil(place.env, 'import', file);
  }
});
afterAll(() => place.leave());

it('vigil conflict lists cases that contradict each other, and a person says what they are', async () => {
  const listed = await vigil(place.env, 'conflict', 'list');
  expect(listed.out).toMatch(
    /cacd 9000001: 8:26-cv-90001 Roe v\. Warden {2}\| {2}8:26-cv-90002 Acme Inc\. v\. Bolt LLC {2}\(open\)\n$/,
  );
  const [conflict] = records((await vigil(place.env, 'conflict', 'list', '--json')).out);
  const id = String(conflict!['id']);
  const settled = await vigil(place.env, 'conflict', 'settle', id, 'distinct', '--why', 'two parties', '--json');
  expect(records(settled.out)).toMatchObject([{ id, settledAs: 'DISTINCT', reason: 'two parties', changes: 0 }]);
  expect((await vigil(place.env, 'conflict', 'list')).err).toContain('No case contradicts another.');
  expect((await vigil(place.env, 'conflict', 'list', '--all')).out).toContain('(distinct: two parties)');
  const again = await vigil(place.env, 'conflict', 'settle', id, 'same', '--json');
  expect(errorOf(again)).toMatchObject({ code: 'BAD_INPUT' });
  expect(errorOf(await vigil(place.env, 'conflict', 'settle', 'nothing', 'same', '--json'))).toMatchObject({
    code: 'NOT_FOUND',
  });
});

it('vigil rederive reads archived pages again, says what it corrects, and what it cannot read any more', async () => {
  for (const words of [['--dry-run'], [], ['--source', 'cmecf-rss', '--since', '2026-03-02']]) {
    const { code, out, err } = await vigil(place.env, 'rederive', ...words);
    expect([code, out]).toEqual([0, '']);
    expect(err).toMatch(/2 pages read again, 0 Changes( there would be)?, 0 not readable any more/);
  }
  expect(errorOf(await vigil(place.env, 'rederive', '--source', 'nothing', '--json'))).toMatchObject({
    code: 'UNKNOWN_SOURCE',
  });
  await rm(path.join(place.env['VIGIL_HOME']!, 'archive'), { recursive: true });
  const lost = await vigil(place.env, 'rederive', '--json');
  expect(records(lost.out)).toMatchObject([{ error: { code: 'NOT_FOUND' } }, { error: { code: 'NOT_FOUND' } }]);
  expect(lost.code).not.toBe(0);
  const { out } = await vigil(place.env, 'timeline', '--json');
  expect(records(out)).toHaveLength(2);
});
