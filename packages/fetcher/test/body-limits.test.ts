import { Readable, type Duplex } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import {
  brotliCompressSync,
  constants,
  createBrotliCompress,
  createDeflate,
  createGzip,
  deflateSync,
  gzipSync,
} from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { openFetcher, page, serveSite } from './local-server.js';

const mebibyte = 2 ** 20;
const zeros = Buffer.alloc(mebibyte);

function* mebibytes(count: number): Generator<Buffer> {
  for (let n = 0; n < count; n += 1) yield zeros;
}

async function pack(stage: Duplex): Promise<Buffer> {
  const [packed] = await Promise.all([buffer(stage), pipeline(mebibytes(256), stage)]);
  return packed;
}

const bombs = new Map<string, { readonly encoding: string; readonly body: Buffer }>();
beforeAll(async () => {
  const gzip = await pack(createGzip({ level: 9 }));
  bombs.set('/gzip', { encoding: 'gzip', body: gzip });
  bombs.set('/br', {
    encoding: 'br',
    body: await pack(createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 4 } })),
  });
  bombs.set('/deflate', { encoding: 'deflate', body: await pack(createDeflate()) });
  bombs.set('/gzip-in-gzip', { encoding: 'gzip, gzip', body: gzipSync(gzip, { level: 9 }) });
});

async function rssGrowth(work: () => Promise<void>): Promise<number> {
  const before = process.memoryUsage.rss();
  let peak = before;
  const timer = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 5);
  try {
    await work();
  } finally {
    clearInterval(timer);
  }
  return Math.max(peak, process.memoryUsage.rss()) - before;
}

describe('the size of an answer', () => {
  it('stops a flood of 50 MB of zeros at the wire limit, and does not keep it in memory', async () => {
    let sent = 0;
    const site = await serveSite((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/xml' });
      response.once('close', () => (sent = response.socket?.bytesWritten ?? 0));
      Readable.from(mebibytes(50)).pipe(response);
    });
    const fetcher = openFetcher({ via: site.origin });
    const grown = await rssGrowth(async () => {
      await expect(fetcher.get(page('/flood'))).rejects.toMatchObject({ code: 'FETCH_TOO_LARGE' });
    });
    await expect.poll(() => site.seen.at(-1)?.endedAt).toBeTypeOf('number');
    expect(sent).toBeLessThan(50 * mebibyte);
    expect(grown).toBeLessThan(64 * mebibyte);
  });

  it('refuses an announced flood before reading it', async () => {
    const site = await serveSite((_request, response) => {
      response.writeHead(200, { 'content-length': String(50 * mebibyte) });
      response.write('x');
    });
    await expect(openFetcher({ via: site.origin }).get(page('/'))).rejects.toMatchObject({ code: 'FETCH_TOO_LARGE' });
  });

  it.each(['/gzip', '/br', '/deflate', '/gzip-in-gzip'])(
    'stops a compression bomb of 256 MB (%s) with bounded memory',
    async (path) => {
      const site = await serveSite((_request, response) => {
        const bomb = bombs.get(path);
        response.writeHead(200, { 'content-encoding': bomb?.encoding ?? '' });
        response.end(bomb?.body);
      });
      const fetcher = openFetcher({ via: site.origin });
      const grown = await rssGrowth(async () => {
        await expect(fetcher.get(page(path))).rejects.toMatchObject({ code: 'FETCH_TOO_LARGE' });
      });
      expect(grown).toBeLessThan(64 * mebibyte);
    },
  );

  it('stops a bomb whose ratio is modest at the limit of decoded bytes', async () => {
    const text = Buffer.from(Array.from({ length: 400_000 }, (_, n) => `<td>${n * 7919}</td>`).join(''));
    const site = await serveSite((_request, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' });
      response.end(gzipSync(text));
    });
    const fetcher = openFetcher({ via: site.origin, limits: { decodedBytes: 2 * mebibyte } });
    await expect(fetcher.get(page('/'))).rejects.toMatchObject({ code: 'FETCH_TOO_LARGE' });
  });

  it('is judged even where the flood stalls after it went past the limit', async () => {
    const site = await serveSite((_request, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' });
      response.write(bombs.get('/gzip')?.body.subarray(0, 64 * 1024));
    });
    const fetcher = openFetcher({ via: site.origin, limits: { wholeMs: 5_000 } });
    await expect(fetcher.get(page('/'))).rejects.toMatchObject({ code: 'FETCH_TOO_LARGE' });
  });
});

describe('the encoding of an answer', () => {
  const text = 'a docket, and more of it. '.repeat(2_000);

  it.each([
    ['identity', Buffer.from(text)],
    ['gzip', gzipSync(text)],
    ['x-gzip', gzipSync(text)],
    ['br', brotliCompressSync(text)],
    ['deflate', deflateSync(text)],
    ['gzip, br', brotliCompressSync(gzipSync(text))],
  ])('is removed: %s', async (encoding, body) => {
    const site = await serveSite((_request, response) => {
      response.writeHead(200, { 'content-encoding': encoding });
      response.end(body);
    });
    const fetched = await openFetcher({ via: site.origin }).get(page('/'));
    expect(Buffer.from(fetched.body).toString()).toBe(text);
    expect(fetched.wireBytes).toBe(body.length);
  });

  it.each([
    ['three layers', 'gzip, gzip, gzip', gzipSync(gzipSync(gzipSync(text))), 'FETCH_ENCODING'],
    ['one that nobody asked for', 'compress', Buffer.from(text), 'FETCH_ENCODING'],
    ['one named like a member of Object', 'constructor', Buffer.from(text), 'FETCH_ENCODING'],
    ['one that is not there', 'gzip', Buffer.from(text), 'FETCH_ENCODING'],
    ['a broken one', 'br', Buffer.from('not brotli at all'), 'FETCH_ENCODING'],
    ['a gzip that ends too soon', 'gzip', gzipSync(text).subarray(0, -20), 'FETCH_TRUNCATED'],
    ['a brotli that ends too soon', 'br', brotliCompressSync(text).subarray(0, -5), 'FETCH_TRUNCATED'],
  ])('is refused: %s', async (_name, encoding, body, code) => {
    const site = await serveSite((_request, response) => {
      response.writeHead(200, { 'content-encoding': encoding });
      response.end(body);
    });
    await expect(openFetcher({ via: site.origin }).get(page('/'))).rejects.toMatchObject({ code });
  });

  it('may be named where there is nothing to decode', async () => {
    const site = await serveSite((_request, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip', 'content-length': '0' });
      response.end();
    });
    expect((await openFetcher({ via: site.origin }).get(page('/'))).body).toHaveLength(0);
  });
});

describe('an answer that is cut off', () => {
  it.each([
    ['against its content length', { 'content-length': '1000' }],
    ['within its chunks', { 'transfer-encoding': 'chunked' }],
    ['within chunks of gzip', { 'transfer-encoding': 'chunked', 'content-encoding': 'gzip' }],
  ])('is FETCH_TRUNCATED: %s', async (_name, headers) => {
    const site = await serveSite((_request, response) => {
      response.writeHead(200, headers);
      response.write(gzipSync('x'.repeat(500)).subarray(0, 20), () => response.destroy());
    });
    await expect(openFetcher({ via: site.origin }).get(page('/'))).rejects.toMatchObject({ code: 'FETCH_TRUNCATED' });
  });
});
