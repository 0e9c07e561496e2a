import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { feedOf, writeFeed } from './feed.js';
import { records, vigil } from './vigil.js';

let folder: string;
let good: string;
let bad: string;
// No database can be meant by it: parse must not look for one.
const env = { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/nothing' };

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'vigil-parse-'));
  const at = new Date('2017-12-14T18:00:00Z');
  good = await writeFeed(folder, 'cacd_1.xml', feedOf('cacd', at, [{ sequence: 7, label: 'Order', at }]));
  bad = await writeFeed(folder, 'cacd_2.xml', 'no feed at all');
});
afterAll(() => rm(folder, { recursive: true }));

describe('vigil parse', () => {
  it('prints one line of JSON for each file, and goes on after a bad one', async () => {
    const missing = path.join(folder, 'cacd_3.xml');
    const { code, out, err } = await vigil(env, 'parse', '--kind', 'rss_feeds', bad, missing, good);
    expect(code).toBe(1);
    expect(err).toMatch(/^BAD_INPUT: 2 of 3 files could not be read/);
    expect(records(out)).toEqual([
      { file: bad, error: { code: 'NOT_A_FEED', message: expect.any(String) } },
      { file: missing, error: { code: 'BAD_INPUT', message: expect.stringContaining('ENOENT') } },
      { file: good, record: expect.objectContaining({ court: 'cacd', builtAt: '2017-12-14T18:00:00.000Z' }) },
    ]);
  });

  it('takes the court from the file’s name, unless it is told', async () => {
    const { code, out } = await vigil(env, 'parse', '--kind', 'rss_feeds', '--court', 'nyed', good);
    expect(code).toBe(0);
    expect(records(out)[0]).toMatchObject({ record: { court: 'nyed' } });
  });

  it('knows the names and shapes of juriscraper', async () => {
    const { out } = await vigil(env, 'parse', '--kind', 'rss_feeds', '--format', 'juriscraper', good);
    const [line] = records(out);
    expect(line!['record']).toMatchObject([{ court_id: 'cacd', docket_number: '1:17-cv-90001', parties: null }]);
  });

  it('refuses an unknown kind and lists those it knows', async () => {
    const { code, err } = await vigil(env, 'parse', '--kind', 'papyri', good);
    expect(code).toBe(1);
    expect(err).toContain(`UNKNOWN_FORMAT: no kind "papyri"; known: rss_feeds, dockets_district,`);
  });
});
