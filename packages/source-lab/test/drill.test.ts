import { VigilError } from '@vigil/errors';
import { defineSource } from '@vigil/source-kit';
import { describe, expect, it } from 'vitest';
import { changePage, pageChanges } from '../src/drill/changes.js';
import { drill, type DrillReport, type Verdict } from '../src/index.js';
import { rowsOf, type Format } from '../src/rows.js';
import { busy, busyItems, feed, quiet, specimen, specimens } from './cries.js';
import { crier, crierWith, definition } from './crier.js';

const changesWith = ({ results }: DrillReport, verdict: Verdict): readonly string[] =>
  results.filter((result) => result.verdict === verdict).map(({ change }) => change);

const named = (name: string): (typeof pageChanges)[number] => pageChanges.find((change) => change.name === name)!;

describe('the drill of a sound Source', () => {
  const report = drill(crier, specimens);

  it('scores 1, and nothing is silent', () => {
    expect(changesWith(report, 'SILENT')).toEqual([]);
    expect([report.score, report.mandatoryScore]).toEqual([1, 1]);
  });

  it('finds loud what is no page, caught what has lost rows, harmless what says the same', () => {
    const mandatory = report.results.filter((result) => result.mandatory);
    expect(new Set(mandatory.map(({ verdict }) => verdict))).toEqual(new Set(['LOUD']));
    // An empty body, four pages in place of it, three lengths; of each specimen.
    expect(mandatory).toHaveLength(2 * 8);
    expect(changesWith(report, 'CAUGHT')).toContain('every second row gone');
    expect(changesWith(report, 'LOUD')).toContain('the elements of items renamed');
    expect(changesWith(report, 'HARMLESS')).toContain('an element that nobody knows');
  });

  it('names the error or the monitor that told', () => {
    const told = new Map(report.results.map(({ change, by }) => [change, by]));
    expect(told.get('every second row gone')).toBe('vanished');
    expect(told.get('the elements of items renamed')).toBe('EMPTY_WITHOUT_PROOF');
    expect(told.get('a refusal page')).toBe('BLOCKED_BY_PUBLISHER');
  });

  it('leaves out a specimen that is not read, and scores 1 where nothing was tried', () => {
    expect(drill(crier, [specimen('torn', '<rss>')])).toEqual({ results: [], score: 1, mandatoryScore: 1 });
  });
});

describe('the drill of a Source that swallows everything', () => {
  /** Catches what is thrown, says nothing of what it skips, and takes nothing for a quiet day. */
  const swallower = defineSource({
    ...definition,
    *parse(page, context) {
      context.provesEmpty();
      try {
        yield* crierWith({ look: () => undefined, onBad: () => true }).parse(page, context);
      } catch {
        // Whatever was said so far will do.
      }
    },
  });
  const report = drill(swallower, specimens);

  it('finds it out', () => {
    expect(report.mandatoryScore).toBeLessThan(0.8);
    expect(report.score).toBeLessThan(0.95);
    expect(changesWith(report, 'SILENT')).toEqual(expect.arrayContaining(['cut off at 50 %', 'cut off at 80 %']));
  });

  it('does not count a page that monitors caught for one that was refused', () => {
    const empty = report.results.find(({ specimen, change }) => specimen === 'busy' && change === 'an empty body')!;
    expect(empty).toMatchObject({ mandatory: true, verdict: 'CAUGHT', by: 'vanished' });
  });
});

describe('an error of no kind', () => {
  it('is silent: nobody is told what to do about it', () => {
    const stumbling = crierWith({
      look: (text) => {
        if (!text.includes('</rss>')) throw new TypeError('no end');
      },
    });
    expect(drill(stumbling, [busy]).results.find(({ change }) => change === 'cut off at 50 %')).toMatchObject({
      verdict: 'SILENT',
      by: 'untyped INTERNAL',
    });
    const refusing = crierWith({
      look: (text) => {
        if (!text.includes('</rss>')) throw new VigilError('FEED_BROKEN');
      },
    });
    expect(changesWith(drill(refusing, [quiet]), 'SILENT')).toEqual([]);
  });
});

describe('a change of a page', () => {
  const html = `<!doctype html><html><head><title>Cries</title></head><body class="town"><div id=list>
<table class='cries' id="cries"><tr><th>Day</th><th>No.</th><th>Cry</th></tr>
${[1, 2, 3, 4].map((n) => `<tr class=row><td>03/0${n}/2026</td><td><a href="?id=9${n}&class=7">9${n}</a></td><td>Order ${n}</td></tr>`).join('\n')}
</table></div></body></html>`;
  const json = JSON.stringify({
    built: '2026-03-05T23:45:00Z',
    cries: [1, 2, 3, 4].map((n) => ({
      id: n,
      day: `2026-03-0${n}`,
      at: `2026-03-0${n}T10:00:00Z`,
      words: `Order ${n}`,
    })),
  });
  const xml = feed(busyItems.map((text) => text.replace('</item>', '<dc:date>2026-03-05T10:00:00Z</dc:date></item>')));
  const pages: Readonly<Record<Format, string>> = { xml, html, json };
  const each = pageChanges.flatMap((change) => change.formats.map((format) => [change.name, format, change] as const));

  it.each(each)('is one: %s, of %s', (_name, format, change) => {
    const body = Buffer.from(pages[format]);
    const other = changePage(change, body);
    expect(other).not.toBeNull();
    const words = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1').replace(/\s+/g, '');
    expect(words(other!)).not.toBe(words(body));
    // Twice the same: the drill is no game of chance.
    expect(changePage(change, body)).toEqual(other);
  });

  it('is none of a page of another format, or that has nothing of the kind', () => {
    for (const { formats, ...change } of pageChanges) {
      for (const format of ['xml', 'html', 'json'] as const) {
        const expected = formats.includes(format);
        expect(
          changePage({ ...change, formats }, Buffer.from(pages[format])) !== null,
          `${change.name}, ${format}`,
        ).toBe(expected);
      }
    }
    const bare = Buffer.from('<html><body><p>No cries</p></body></html>');
    expect(pageChanges.filter((change) => changePage(change, bare) !== null)).toEqual([]);
  });

  it('renames what is an attribute, and no address', () => {
    const renamed = ['classes renamed', 'ids renamed'].map((name) =>
      changePage(named(name), Buffer.from(html))!.toString(),
    );
    for (const text of renamed) expect(text).toContain('href="?id=91&class=7"');
    expect(renamed[0]).toContain(`class='x-cries'`);
    expect(renamed[1]).toContain('<div id=x-list>');
  });

  it('swaps no column of a row that has one', () => {
    const page = html.replace('</table>', '<tr><td colspan=3>No more today</td></tr></table>');
    const swapped = rowsOf(changePage(named('two columns swapped'), Buffer.from(page))!);
    expect(swapped.rows.at(-1)).toContain('No more today');
    expect(swapped.rows[1]).toMatch(/^<tr class=row><td><a [^>]*>91<\/a><\/td><td>03\/01\/2026<\/td>/);
  });

  it('puts nothing in another order where there is one element', () => {
    const page = Buffer.from('<rss><item>\n<title>1</title>\n</item></rss>');
    expect(changePage(named('the elements of items in another order'), page)).toBeNull();
  });

  it('adds a member to an empty one, too', () => {
    const page = Buffer.from('[{},{"a":1}]');
    expect(changePage(named('a member that nobody knows'), page)!.toString()).toBe('[{"xNew":1},{"xNew":1,"a":1}]');
  });

  it('turns days and months of moments, too', () => {
    const swapped = changePage(
      named('day and month swapped'),
      Buffer.from(json.replaceAll('-03-0', '-03-1')),
    )!.toString();
    expect(swapped).toContain('"2026-11-03T10:00:00Z"');
    expect(swapped).toContain('"2026-11-03"');
  });
});
