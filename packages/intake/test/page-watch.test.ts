/** A page that somebody watches, over HTTP from the courthouse. */
import { gzipSync } from 'node:zlib';
import { ensureTarget, headOfChanges, timelinePage } from '@vigil/db';
import { parseParams } from '@vigil/source-kit';
import { sourceById } from '@vigil/sources';
import { afterEach, describe, expect, it } from 'vitest';
import { runCheck } from '../src/index.js';
import { openHouse, type House } from './house.js';

const url = 'https://www.harbour.example/hours';
const headers = { 'content-type': 'text/html; charset=utf-8' };
const page = (html: string): { url: string; status: number; headers: Record<string, string>; body: Buffer } => ({
  url,
  status: 200,
  headers,
  body: Buffer.from(`<!doctype html><html><head><title>Hours</title></head><body>${html}</body></html>`),
});
const main = (text: string): string => `<nav>Home</nav><main id="main"><p>${text}</p></main>`;

describe('page-watch', () => {
  let house: House;
  afterEach(() => house.close());

  async function watch(pages: readonly ReturnType<typeof page>[]): Promise<string> {
    house = await openHouse({ pages });
    const source = sourceById('page-watch');
    const params = parseParams(source, { url, select: '#main', noise: 'It is .* now\\.' });
    return ensureTarget(house.rooms.db, { source: source.id, params, title: source.describe(params), courtId: 'web' });
  }

  it('tells of a page once, and of each change of its text; a page that lost what is watched is a failure and no news', async () => {
    const target = await watch([
      page(main('Open at nine. It is 8:01 now.')),
      page(main('Open at nine. It is 8:31 now.')),
      page('<div>We have a new site!</div>'),
      page(main('Open at ten. It is 9:01 now.')),
    ]);
    const ended: unknown[] = [];
    for (let n = 0; n < 4; n += 1) {
      const result = await runCheck(house.rooms, target);
      ended.push(result.outcome === 'FAILED' ? result.error.code : result.outcome);
    }
    expect(ended).toEqual(['NEWS', 'NO_NEWS', 'EMPTY_WITHOUT_PROOF', 'NEWS']);
    const { events } = await timelinePage(house.rooms.db, { filter: {}, orderBy: 'OCCURRED_AT', limit: 10 });
    expect(events).toMatchObject([
      {
        courtId: 'web',
        kind: 'PUBLICATION',
        revision: 2,
        content: { headline: 'Hours', facts: { text: 'Open at ten.' } },
      },
    ]);
  });

  it('refuses a page of a gigabyte, packed into one of a megabyte, before it is unpacked', async () => {
    // A body may be packed in pieces; each of these is a mebibyte of blanks.
    const piece = gzipSync(Buffer.alloc(2 ** 20, ' '));
    const packed = Buffer.concat(Array.from({ length: 1_024 }, () => piece));
    const target = await watch([{ ...page(''), headers: { ...headers, 'content-encoding': 'gzip' }, body: packed }]);
    expect(await runCheck(house.rooms, target)).toMatchObject({
      outcome: 'FAILED',
      error: { code: 'FETCH_TOO_LARGE' },
    });
    expect(await headOfChanges(house.rooms.db)).toBe(0);
  });
});
