import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makePlace, records, vigil, type Place } from './vigil.js';

let place: Place;
beforeAll(async () => {
  place = await makePlace();
});
afterAll(() => place.leave());

describe('vigil watch', () => {
  it('adds a Watch of a court, and adding it again changes it', async () => {
    const first = await vigil(place.env, 'watch', 'add', 'cacd', '--json');
    expect(first).toMatchObject({ code: 0, err: '' });
    const [added] = records(first.out);
    expect(added).toMatchObject({ source: 'cmecf-rss', court: 'cacd', everyMs: 300_000, label: null, pausedAt: null });
    const long = ['--source', 'cmecf-rss', '--court', 'CACD', '--every', '10m', '--label', 'Santa Ana'];
    const [again] = records((await vigil(place.env, 'watch', 'add', ...long, '--json')).out);
    expect(again).toMatchObject({ id: added!['id'], everyMs: 600_000, label: 'Santa Ana' });
  });

  it('gives a Source what it wants, lists too, and says what is wrong with it', async () => {
    const page = (...params: readonly string[]): readonly string[] => [
      'watch',
      'add',
      '--source',
      'page-watch',
      '--param',
      'url=https://harbour.example/?a=b&c#d',
      ...params.flatMap((param) => ['--param', param]),
    ];
    const added = await vigil(place.env, ...page('select=#main p', 'ignore=nav', 'ignore=.share'), '--json');
    expect(records(added.out)).toMatchObject([
      {
        source: 'page-watch',
        court: 'web',
        title: 'Page https://harbour.example/?a=b&c (#main p)',
        everyMs: 3_600_000,
      },
    ]);
    const other = await vigil(place.env, ...page('select=#main p', 'ignore=nav'), '--json');
    expect(records(other.out)[0]!['targetId']).not.toBe(records(added.out)[0]!['targetId']);
    const again = await vigil(place.env, ...page('ignore=nav', 'ignore=.share', 'select=#main p'), '--json');
    expect(records(again.out)[0]!['targetId']).toBe(records(added.out)[0]!['targetId']);
    expect((await vigil(place.env, ...page('noise=(a+'))).err).toContain(
      'BAD_INPUT: parameters of page-watch: noise.0: "(a+" is no regular expression (RE2)',
    );
    expect((await vigil(place.env, ...page('select'))).err).toContain('Wants key=value');
    expect((await vigil(place.env, 'watch', 'pause', 'web')).out.match(/^Paused Page/gm)).toHaveLength(2);
  });

  it('shows the pace in force and not a wish that the Source does not grant', async () => {
    const { out } = await vigil(place.env, 'watch', 'add', 'txwd', '--every', '1s');
    expect(out).toMatch(
      /^Watching RSS feed of U\.S\. District Court, Western District of Texas, every 2m {2}[\da-f-]{36}\n$/,
    );
  });

  it('hands a Source the parameters that it wants', async () => {
    const words = ['--source', 'courtlistener', '--param', 'docket=90000123', '--param', 'docketNumber=8:26-cv-90017'];
    const { out } = await vigil(place.env, 'watch', 'add', 'cacd', ...words);
    expect(out).toMatch(/^Watching Docket 90000123 at CourtListener: 8:26-cv-90017, .+, every 6h {2}[\da-f-]{36}\n$/);
    expect(await vigil(place.env, 'watch', 'add', '--source', 'courtlistener', '--param', 'docket')).toMatchObject({
      code: 2,
    });
  });

  it('lists, pauses, resumes and removes by court or id', async () => {
    await vigil(place.env, 'watch', 'add', 'nyed');
    const list = async (): Promise<readonly Record<string, unknown>[]> =>
      records((await vigil(place.env, 'watch', 'list', '--json')).out);
    const watch = async (): Promise<Record<string, unknown>> => (await list()).find(({ court }) => court === 'nyed')!;
    expect(await watch()).toMatchObject({ pausedAt: null, lastSucceededAt: null });
    expect((await vigil(place.env, 'watch', 'pause', 'edny')).out).toMatch(/^Paused RSS feed/);
    expect((await watch())['pausedAt']).toMatch(/Z$/);
    expect((await vigil(place.env, 'watch', 'list')).out).toMatch(
      /Eastern District of New York, every 5m +paused since/,
    );
    expect((await vigil(place.env, 'watch', 'resume', String((await watch())['id']))).code).toBe(0);
    expect(await watch()).toMatchObject({ pausedAt: null });
    expect((await vigil(place.env, 'watch', 'remove', 'nyed')).out).toMatch(/^Removed/);
    expect((await list()).map(({ court }) => court)).not.toContain('nyed');
  });

  it.each([
    ['UNKNOWN_COURT', ['add', 'atlantis']],
    ['NO_FEED', ['add', 'scotus']],
    ['UNKNOWN_SOURCE', ['add', 'cacd', '--source', 'crystal-ball']],
    ['BAD_INPUT', ['add']],
    ['BAD_INPUT', ['add', 'cacd', '--court', 'nyed']],
    ['NOT_FOUND', ['pause', 'ca4']],
    ['NOT_FOUND', ['remove', '01234567-89ab-cdef-0123-456789abcdef']],
    ['UNKNOWN_COURT', ['resume', 'atlantis']],
    ['UNKNOWN_COURT', ['add', 'fedreg']],
    ['BAD_INPUT', ['add', 'cacd', '--param', 'court=nyed']],
    ['BAD_INPUT', ['add', 'cacd', '--param', 'colour=red']],
    ['BAD_INPUT', ['add', '--source', 'page-watch']],
    ['BAD_INPUT', ['add', '--source', 'page-watch', '--param', 'url=nowhere']],
    ['NOT_FOUND', ['remove', 'fedreg']],
  ])('refuses with %s: watch %j', async (code, words) => {
    const ran = await vigil(place.env, 'watch', ...words);
    expect(ran).toMatchObject({ code: 1, out: '' });
    expect(ran.err).toMatch(new RegExp(`^${code}: .+\\n  .+\\n$`));
  });
});
