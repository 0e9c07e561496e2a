import { VigilError } from '@vigil/errors';
import { parseParams, readPage, type CapturedPage } from '@vigil/source-kit';
import { captureKey, mergeEvents, observe, seenOnce, type PublicationFacts, type Statement } from '@vigil/timeline';
import { describe, expect, it } from 'vitest';
import { sourceById } from '../src/index.js';

const source = sourceById('page-watch');
const url = 'https://www.harbour.example/hours';

type Params = Readonly<Record<string, unknown>>;
const captured = (html: string, headers: CapturedPage['headers'] = { 'content-type': 'text/html' }): CapturedPage => ({
  url,
  capturedAt: '2026-03-08T15:00:00.000Z',
  status: 200,
  headers,
  body: Buffer.from(html),
});
function statementOf(html: string, params: Params = {}): Statement {
  return readPage(source, parseParams(source, { url, ...params }), captured(html)).statements[0]!;
}
const factsOf = (html: string, params: Params = {}): PublicationFacts =>
  statementOf(html, params).content as PublicationFacts;
const textOf = (html: string, params: Params = {}): string | null => factsOf(html, params).text;
function refusal(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof VigilError) return `${error.code}: ${error.message}`;
    throw error;
  }
  return 'read';
}
const body = (html: string): string => `<html><head><title>T</title></head><body>${html}</body></html>`;

/** Processor time, in milliseconds, until it has run or was refused. */
function costOf(run: () => unknown): number {
  const before = process.cpuUsage();
  refusal(run);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

describe('the text of a page', () => {
  it.each([
    ['<p>One\n  two&nbsp;three</p>', 'One two three'],
    ['<p>One</p><p>Two<br>Three</p>', 'One\nTwo\nThree'],
    ['<ul><li>One<li>T<b>w</b>o</ul>', 'One\nTwo'],
    ['<table><tr><td>Mon<td>8 to 4<tr><td>Tue</table>', 'Mon\n8 to 4\nTue'],
    ['<div>One<div></div> <script>x()</script><style>p{}</style><!-- two --></div>', 'One'],
    ['A-Number A099-000-001', 'A-Number A•••••••••'],
  ])('of %s', (html, text) => {
    expect(textOf(body(html))).toBe(text);
  });

  it('is that of what is selected, in the order of the page and once, without what is ignored', () => {
    const html = body(
      '<i>0</i><div class="a">1<div class="a">2</div><p>3 <b>4</b></p></div><nav>5</nav><p class="b">6</p>',
    );
    expect(textOf(html, { select: '.b, .a' })).toBe('1\n2\n3 4\n6');
    expect(textOf(html, { select: '.a', ignore: ['p b', '.a .a'] })).toBe('1\n3');
    expect(textOf(html, { ignore: 'nav, i, .a' })).toBe('6');
    expect(refusal(() => textOf(html, { select: '.a p', ignore: '.a' }))).toMatch(/^EMPTY_WITHOUT_PROOF: no text/);
  });

  it('is without noise, and so is the title', () => {
    const html = '<title>Hours (3 new)</title><p>Open. It is 10:31 now.<p>Seen 12 times';
    const noise = ['\\(\\d+ new\\)', 'It is .* now\\.', '^Seen \\d+ times$'];
    expect(factsOf(html, { noise })).toMatchObject({ title: 'Hours', text: 'Open.' });
  });

  it('is that of an element that nobody reads, where it is selected', () => {
    expect(textOf(body('<script type="application/json">{"open": 9}</script>'), { select: 'script' })).toBe(
      '{"open": 9}',
    );
  });

  it('of a page without tags for its body, or without any, is all of it', () => {
    expect(textOf('<title>T</title><p>One')).toBe('One');
    expect(textOf('<BODY>One')).toBe('One');
    expect(refusal(() => textOf('One'))).toMatch(/^EMPTY_WITHOUT_PROOF/);
  });

  it('and the title stay the same where only scripts, styles and comments change, whose bytes are one body', () => {
    const page = (key: string): string =>
      `<html><script>${key}</script><STYLE>${key}</STYLE><!-- ${key} --><body>One</body></html><!-- ${key}`;
    expect(textOf(page('a'))).toBe(textOf(page('b')));
    const canonical = (key: string): string => Buffer.from(source.canonical(Buffer.from(page(key)))).toString();
    expect(canonical('a').slice(0, -1)).toBe(canonical('b').slice(0, -1));
    expect(Buffer.from(source.canonical(Buffer.from(body('One')))).toString()).toBe(body('One'));
  });
});

describe('a page', () => {
  it('is one Event by its address; of two parts of it each is one', () => {
    const keys = (params: Params): unknown => {
      const statement = statementOf(body('<p id="a">1'), params);
      return statement.kind === 'publication' && statement.keys;
    };
    expect(keys({})).toEqual([`pub:${url}`]);
    expect(keys({ url: `${url}#hours`, select: 'body', ignore: [] })).toEqual([`pub:${url}`]);
    expect(keys({ select: '#a' })).toEqual([`pub:${url} {"select":"#a"}`]);
    expect(keys({ select: '#a', noise: 'x' })).toEqual([`pub:${url} {"noise":["x"],"select":"#a"}`]);
  });

  it('seen again tells nothing; changed and changed back it tells two Changes', () => {
    const changes = (...pages: readonly string[]): number => {
      const seen = pages.map((html, n) => ({
        observation: observe(source.id, statementOf(html) as Extract<Statement, { kind: 'publication' }>),
        runs: [seenOnce(source.id, captureKey(`2026-03-0${n + 1}T00:00:00.000Z`, '0'.repeat(16)))],
      }));
      const [event, ...others] = mergeEvents(seen);
      expect(others).toEqual([]);
      return event!.states.length - 1;
    };
    expect(changes(body('Open'), body('<p>Open</p>'))).toBe(0);
    expect(changes(body('Open'), body('Closed'), body('Open'))).toBe(2);
  });
});

describe('is never taken for empty or whole', () => {
  it.each([
    [
      'a page on which nothing fits',
      body('<p>One'),
      { select: '#main' },
      'EMPTY_WITHOUT_PROOF: nothing on the page fits',
    ],
    ['a page without a word', body('<img src="a.png">'), {}, 'EMPTY_WITHOUT_PROOF: no text'],
    ['nothing', '', {}, 'EMPTY_WITHOUT_PROOF'],
    ['half a page', body('<p>One').slice(0, -4), {}, 'PAGE_TRUNCATED'],
    ['a challenge', '<html><title>Just a moment...</title></html>', {}, 'BLOCKED_BY_PUBLISHER'],
  ])('%s', (_what, html, params, message) => {
    expect(refusal(() => textOf(html, params))).toContain(message);
  });

  it('what is no HTML', () => {
    const read = (type: string): string =>
      refusal(() => readPage(source, parseParams(source, { url }), captured('<p>x', { 'content-type': type })));
    expect(read('application/pdf')).toContain('BAD_RECORD: the answer is no page of HTML but application/pdf');
    expect(read('application/xhtml+xml; charset=utf-8')).toBe('read');
  });
});

describe('parameters', () => {
  it.each([
    [{ url: 'ftp://harbour.example/' }, 'url: wants an address'],
    [{ url: 'https://me:secret@harbour.example/' }, 'url: wants an address'],
    [{ url: 'hours' }, 'url: wants an address'],
    [{ url, select: 'div:has(' }, 'select: "div:has(" is no CSS selector'],
    [{ url, select: 'p::before' }, 'is no CSS selector'],
    [{ url, ignore: ['nav', ':nonsense'] }, 'ignore.1: ":nonsense" is no CSS selector'],
    [{ url, noise: '(a+' }, 'noise.0: "(a+" is no regular expression (RE2)'],
    [{ url, noise: ['(?=a)b'] }, 'noise.0: "(?=a)b" is no regular expression (RE2)'],
    [{ url, noise: '((a{30}){30}){2}' }, 'noise.0'],
    [{ url, noise: 'a'.repeat(201) }, 'noise.0'],
    [{ url, noise: Array(21).fill('a') }, 'noise'],
    [{ url, selector: 'p' }, 'selector'],
  ])('%o are refused with what is wrong', (params, message) => {
    const told = refusal(() => parseParams(source, params));
    expect(told).toMatch(/^BAD_INPUT: parameters of page-watch: /);
    expect(told).toContain(message);
  });
});

describe('what is hostile costs little, or is refused', () => {
  const limit = 6_000;

  it.each([
    ['a pattern that makes others hang', 'a'.repeat(90_000), { noise: '(a+)+b' }],
    ['a pattern of many ways', 'a'.repeat(90_000), { noise: '(a|aa|a?)*(.*a){12}b' }],
    ['a pattern that looks to the end at each match', 'a'.repeat(90_000), { noise: 'a.*b|a' }],
    ['many matches in one line', 'ab '.repeat(30_000), { noise: Array.from({ length: 20 }, (_, n) => `a(b|${n})`) }],
    ['elements that nest without end', '<b>'.repeat(100_000), {}],
    ['elements that are never opened', `${'<i>'.repeat(399)}${'</u>'.repeat(500_000)}`, {}],
    ['siblings', '<a></a>'.repeat(50_000), { select: 'a:nth-last-child(2n+1) ~ a ~ a ~ b' }],
    [
      'a selector that looks at all of the page again and again',
      '<p><a></a></p>'.repeat(30_000),
      { select: ':has(~ :has(a + b))' },
    ],
    ['attributes', `<p ${'a '.repeat(500_000)}>`, { select: '[a]' }],
    ['text without end', 'word '.repeat(300_000), {}],
    ['scripts that never end', '<script '.repeat(400_000), {}],
  ])('%s', (_what, html, params) => {
    expect(costOf(() => textOf(body(html), params))).toBeLessThan(limit);
    expect(costOf(() => source.canonical(Buffer.from(html)))).toBeLessThan(limit);
  });

  it('a page that is too large is refused before it is read', () => {
    expect(refusal(() => textOf(body('x'.repeat(5 * 2 ** 20))))).toMatch(/^FETCH_TOO_LARGE/);
  });

  it('the names of an object’s own members are no attributes', () => {
    expect(refusal(() => textOf(body('<p>One'), { select: '[constructor]' }))).toMatch(/^EMPTY_WITHOUT_PROOF/);
  });
});
