import { describe, expect, it } from 'vitest';
import { errorOf, records, vigil } from './vigil.js';

const names = [
  'demo',
  'start',
  'watch',
  'check',
  'import',
  'parse',
  'classify',
  'timeline',
  'coverage',
  'doctor',
  'courts',
  'sources',
];
const leaves = [
  ...names.filter((name) => name !== 'watch'),
  ...['add', 'list', 'pause', 'resume', 'remove'].map((name) => `watch ${name}`),
];

describe('the command line', () => {
  it('lists every command and the exit codes in its help', async () => {
    const { code, out } = await vigil({}, '--help');
    expect(code).toBe(0);
    for (const name of names) expect(out).toMatch(new RegExp(`^  ${name}\\b`, 'm'));
    expect(out).toContain('Exit codes:');
  });

  it.each(leaves)('explains %s with --json and examples', async (path) => {
    const { code, out, err } = await vigil({}, ...path.split(' '), '--help');
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('--json');
    expect(out).toMatch(new RegExp(`Examples:\\n  .*vigil ${path}`));
  });

  it('names in its examples only options that there are', async () => {
    for (const path of leaves) {
      const { out } = await vigil({}, ...path.split(' '), '--help');
      const [help, shown] = out.split('Examples:');
      for (const option of shown!.match(/--[a-z-]+/g) ?? []) expect(help).toContain(option);
    }
  });

  it('refuses a mistake with exit code 2 and says where to read on', async () => {
    const unknown = await vigil({}, 'watch', 'list', '--sort');
    expect(unknown.code).toBe(2);
    expect(unknown.err).toMatch(/^BAD_INPUT: unknown option '--sort' \(see `vigil watch list --help`\)\n/);
    expect((await vigil({}, 'wotch')).err).toContain("unknown command 'wotch'");
    expect(await vigil({})).toMatchObject({ code: 2, out: '', err: expect.stringContaining('a command is missing') });
  });

  it('tells mistakes in JSON where that is asked for', async () => {
    const ran = await vigil({}, 'timeline', '--limit', 'many', '--json');
    expect(ran.code).toBe(2);
    expect(ran.out).toBe('');
    expect(errorOf(ran)).toMatchObject({ code: 'BAD_INPUT', wayOut: expect.any(String) });
    expect(errorOf(ran)['message']).toContain('Wants a whole number from 1 to 999999.');
    expect(records((await vigil({}, '--json')).err)).toHaveLength(1);
  });

  it('refuses a wrong setting by name before it does anything', async () => {
    const { code, err } = await vigil({ VIGIL_PROT: '4000' }, 'watch', 'list');
    expect(code).toBe(1);
    expect(err).toMatch(/^BAD_SETTING: VIGIL_PROT: no such setting/);
  });

  it('says that a database does not answer, and what to do', async () => {
    const env = { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/nothing' };
    const { code, err } = await vigil(env, 'timeline');
    expect(code).toBe(1);
    expect(err).toMatch(/^DATABASE_UNREACHABLE: .+\n  Check DATABASE_URL and the server\.\n$/);
  });
});

describe('what needs no database', () => {
  it('lists courts, and those that may publish a feed', async () => {
    const all = records((await vigil({}, 'courts', '--json')).out);
    const feeds = records((await vigil({}, 'courts', '--feed', '--json')).out);
    expect(all.length).toBeGreaterThan(200);
    expect(all).toContainEqual(expect.objectContaining({ id: 'cacd', zone: 'America/Los_Angeles' }));
    expect(feeds.map(({ id }) => id)).toContain('cacd');
    expect(feeds.map(({ id }) => id)).not.toContain('scotus');
    expect((await vigil({}, 'courts')).out).toMatch(/^cacd +feed/m);
  });

  it('lists Sources', async () => {
    const sources = records((await vigil({}, 'sources', '--json')).out);
    expect(sources.find(({ id }) => id === 'cmecf-rss')).toMatchObject({
      kind: 'feed',
      everyMs: 300_000,
      atMostMs: 120_000,
    });
    expect((await vigil({}, 'sources')).out).toMatch(
      /^cmecf-docket +opened by a person .*\n(?:.*\n)*cmecf-rss +every 5m/m,
    );
  });
});
