import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { feedOf, writeFeed, type Item } from './feed.js';
import { errorOf, makePlace, records, startVigil, vigil, type Place } from './vigil.js';

const at = (time: string): Date => new Date(`2017-12-${time}Z`);
const santaAna: readonly Item[] = [
  { sequence: 1, label: 'Petition for Writ', at: at('11T17:00:00'), docket: '8:17-cv-90001', caption: 'Elm v. Ash' },
  { sequence: 2, label: 'Order', at: at('14T23:05:00'), docket: '8:17-cv-90001', caption: 'Elm v. Ash' },
  { sequence: 3, label: 'Motion to Dismiss', at: at('13T18:00:00'), docket: '2:17-cv-90002', caption: 'Oak v. Fir' },
];
const sanAntonio: readonly Item[] = [{ sequence: 4, label: 'Judgment', at: at('12T23:30:00') }];

let place: Place;
beforeAll(async () => {
  place = await makePlace();
  const built = at('15T01:00:00');
  const files = [
    await writeFeed(place.folder, 'cacd_1.xml', feedOf('cacd', built, santaAna)),
    await writeFeed(place.folder, 'txwd_1.xml', feedOf('txwd', built, sanAntonio)),
  ];
  await vigil(place.env, 'import', ...files);
});
afterAll(() => place.leave());

const headlines = async (...words: readonly string[]): Promise<readonly unknown[]> =>
  records((await vigil(place.env, 'timeline', '--json', ...words)).out).map(({ headline }) => headline);

describe('vigil timeline', () => {
  it('prints a line for each Event, by the court’s own clock, the newest last', async () => {
    const { code, out, err } = await vigil(place.env, 'timeline');
    expect([code, err]).toEqual([0, '']);
    expect(out.split('\n')).toEqual([
      '11 Dec 2017 09:00 PST   cacd  8:17-cv-90001  Petition for Writ  Elm v. Ash',
      '12 Dec 2017 17:30 CST   txwd  1:17-cv-90001  Judgment  Elm v. Ash',
      '13 Dec 2017 10:00 PST   cacd  2:17-cv-90002  Motion to Dismiss  Oak v. Fir',
      '14 Dec 2017 15:05 PST   cacd  8:17-cv-90001  Order  Elm v. Ash',
      '',
    ]);
  });

  it('gives machines all that is known of an Event', async () => {
    const [event] = records((await vigil(place.env, 'timeline', '--json', '--limit', '1')).out);
    expect(event).toEqual({
      id: expect.any(String),
      caseId: expect.any(String),
      court: 'cacd',
      docketNumber: '8:17-cv-90001',
      caption: 'Elm v. Ash',
      kind: 'DOCKET_ENTRY',
      occurredAt: {
        instant: '2017-12-14T23:05:00.000Z',
        precision: 'MINUTE',
        day: '2017-12-14',
        zone: 'America/Los_Angeles',
      },
      headline: 'Order',
      facts: expect.objectContaining({ labels: ['Order'] }),
      revision: 1,
      recordedAt: expect.stringMatching(/Z$/),
      change: null,
    });
  });

  it('filters by court, case, words and time', async () => {
    expect(await headlines('--court', 'txwd')).toEqual(['Judgment']);
    expect(await headlines('--court', 'txwd', '--court', 'cacd', '--limit', '2')).toEqual([
      'Motion to Dismiss',
      'Order',
    ]);
    expect(await headlines('--court', 'cacd', '--case', '2:17-cv-90002-ABC')).toEqual(['Motion to Dismiss']);
    expect(await headlines('--text', 'petition')).toEqual(['Petition for Writ']);
    expect(await headlines('--text', 'oak')).toEqual(['Motion to Dismiss']);
    expect(await headlines('--since', '2017-12-14')).toEqual(['Order']);
    expect(await headlines('--since', '2017-12-13T09:59:00-08:00')).toEqual(['Motion to Dismiss', 'Order']);
    expect(await headlines('--as-of', '2017-12-31T00:00:00Z')).toEqual([]);
  });

  it('finds a Case by Vigil’s own id', async () => {
    const [event] = records((await vigil(place.env, 'timeline', '--json', '--text', 'oak')).out);
    expect(await headlines('--case', String(event!['caseId']))).toEqual(['Motion to Dismiss']);
  });

  it.each([
    [1, 'BAD_INPUT', ['--case', '2:17-cv-90002']],
    [1, 'NOT_FOUND', ['--case', '2:17-cv-90003', '--court', 'cacd']],
    [1, 'NOT_FOUND', ['--case', '01234567-89ab-cdef-0123-456789abcdef']],
    [1, 'UNKNOWN_COURT', ['--court', 'atlantis']],
    [2, 'BAD_INPUT', ['--follow', '--as-of', '2017-12-31T00:00:00Z']],
    [2, 'BAD_INPUT', ['--since', '2017-02-30']],
  ])('refuses with exit code %i and %s: %j', async (code, error, words) => {
    const ran = await vigil(place.env, 'timeline', '--json', ...words);
    expect(ran).toMatchObject({ code, out: '' });
    expect(errorOf(ran)['code']).toBe(error);
  });

  it('follows only what its filter lets through, and tells of revisions', async () => {
    const known = { sequence: 9, label: 'Order of Reference', at: at('13T15:00:00') };
    await vigil(
      place.env,
      'import',
      await writeFeed(place.folder, 'nyed_0.xml', feedOf('nyed', at('14T02:00:00'), [known])),
    );
    const following = startVigil(place.env, 'timeline', '--follow', '--json', '--court', 'nyed', '--text', 'order');
    await expect.poll(() => records(following.out()).length, { timeout: 40_000 }).toBe(1);
    const first = [
      { sequence: 1, label: 'Order', at: at('14T15:00:00') },
      { sequence: 2, label: 'Notice', at: at('14T16:00:00') },
    ];
    const second = [...first, { sequence: 1, label: 'Order to Show Cause', at: at('14T15:00:00') }];
    const files = [
      await writeFeed(place.folder, 'nyed_1.xml', feedOf('nyed', at('15T02:00:00'), first)),
      await writeFeed(place.folder, 'ca4_1.xml', feedOf('ca4', at('15T02:00:00'), santaAna)),
      await writeFeed(place.folder, 'nyed_2.xml', feedOf('nyed', at('15T03:00:00'), second)),
    ];
    await vigil(place.env, 'import', ...files);
    await expect.poll(() => records(following.out()).length, { timeout: 40_000 }).toBe(3);
    const { code, out, err } = await following.stop();
    expect([code, err]).toEqual([0, '']);
    expect(records(out)).toMatchObject([
      { court: 'nyed', headline: 'Order of Reference', change: null },
      { court: 'nyed', headline: 'Order', change: { kind: 'ADDED' } },
      { court: 'nyed', headline: 'Order · Order to Show Cause', revision: 2, change: { kind: 'REVISED' } },
    ]);
  });
});
