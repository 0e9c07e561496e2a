import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { VigilError } from '@vigil/errors';
import { sharedFolder } from '@vigil/tooling/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assertHealthy, assertWholeTables, recognisePage } from '../src/index.js';
import { challenges, maintenances, page } from './pages.js';

const words = 'Access Denied. CAPTCHA: I am not a robot. The system is down for maintenance. PACER login, password.';

describe('a page shown in place of another', () => {
  it.each(Object.entries(challenges))('is a challenge: %s', (_name, html) => {
    expect(recognisePage(page(html))).toBe('CHALLENGE');
  });

  it.each(Object.entries(maintenances))('is maintenance: %s', (_name, html) => {
    expect(recognisePage(page(html))).toBe('MAINTENANCE');
  });

  it('stops a reading with the error of its kind', () => {
    const codeOf = (html: string): string | undefined => {
      try {
        assertHealthy(page(html));
        return undefined;
      } catch (error) {
        return (error as VigilError).code;
      }
    };
    expect(codeOf(Object.values(challenges)[0]!)).toBe('BLOCKED_BY_PUBLISHER');
    expect(codeOf(Object.values(maintenances)[0]!)).toBe('MAINTENANCE');
    expect(codeOf('<html><body>Nothing to see</body></html>')).toBeUndefined();
  });
});

describe('a page that only speaks of such things', () => {
  it.each([
    ['a feed', `<?xml version="1.0"?><rss><channel><item><title>1:26-cv-90001 ${words}</title></item></channel></rss>`],
    [
      'a feed behind a comment',
      `<!-- generated -->\n<rss><channel><item><title>${words}</title></item></channel></rss>`,
    ],
    ['JSON', JSON.stringify({ message: words })],
    ['plain text', words],
    ['a PDF', `%PDF-1.7 <html><title>Access Denied</title>`],
    ['nothing', ''],
    ['zeros', '\0'.repeat(10_000)],
  ])('is healthy: %s', (_name, text) => {
    expect(recognisePage(page(text))).toBeNull();
  });

  it('is healthy: a docket with such entries', () => {
    const rows = Array.from({ length: 40 }, (_, n) => `<tr><td>${n}</td><td>ORDER re: ${words}</td></tr>`).join('');
    const html = `<html><head><title>Docket Report</title></head><body><h3>CIVIL DOCKET</h3><table>${rows}</table></body></html>`;
    expect(recognisePage(page(html))).toBeNull();
  });

  it('is healthy: a listing under a banner that announces maintenance', () => {
    const rows = '<li>A case of people who will all be heard in time</li>'.repeat(60);
    expect(recognisePage(page(`<html><body><h2>Scheduled maintenance</h2><ul>${rows}</ul></body></html>`))).toBeNull();
  });

  it('is healthy: an ordinary page that a firewall has put its script into', () => {
    const html =
      '<html><head><title>Calendar</title></head><body><script src="/cdn-cgi/challenge-platform/scripts/jsd/main.js"></script><p>No hearings today</p></body></html>';
    expect(recognisePage(page(html))).toBeNull();
  });

  it('is healthy: real pages of courts', () => {
    const root = sharedFolder('conformance');
    const kinds = [
      'rss_feeds',
      'dockets_district',
      'dockets_bankruptcy',
      'dockets_appellate',
      'docket_history_reports',
    ];
    for (const kind of [...kinds, 'case_queries', 'attachment_pages', 'scotus_html', 'scotus_htm']) {
      for (const file of readdirSync(join(root, kind)).filter((name) => /\.(?:html?|xml)$/.test(name))) {
        expect(recognisePage({ body: readFileSync(join(root, kind, file)) }), `${kind}/${file}`).toBeNull();
      }
    }
  });
});

describe('a page that ends within a table', () => {
  const whole =
    '<html><TABLE><tr><td>1</td><td><table><tr><td>Filed:</td></tr></table></td><td>Order</td></tr></TABLE><p>The end</p></html>';
  const outcome = (html: string): string => {
    try {
      assertWholeTables(page(html));
      return 'whole';
    } catch (error) {
      return String((error as { code?: string }).code);
    }
  };

  it('is truncated, wherever it was cut, behind a table within the table, too', () => {
    const [first, last] = [whole.indexOf('<TABLE') + 6, whole.indexOf('</TABLE') + 7];
    for (let end = first; end < last; end += 1)
      expect([end, outcome(whole.slice(0, end))]).toEqual([end, 'PAGE_TRUNCATED']);
    for (const end of [first - 1, last, whole.length]) expect(outcome(whole.slice(0, end))).toBe('whole');
  });

  it('is none of a court’s real pages', () => {
    const root = sharedFolder('conformance');
    for (const kind of ['dockets_district', 'dockets_bankruptcy', 'docket_history_reports', 'case_queries']) {
      for (const file of readdirSync(join(root, kind)).filter((name) => name.endsWith('.html'))) {
        expect([file, outcome(readFileSync(join(root, kind, file), 'latin1'))]).toEqual([file, 'whole']);
      }
    }
  });
});

describe('the recogniser', () => {
  it('answers for any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2_000 }), (body) => {
        expect([null, 'CHALLENGE', 'MAINTENANCE']).toContain(recognisePage({ body }));
      }),
    );
  });

  it.each(['<', '<html><script', '<html><!--', '<html><title>', '<html><meta pacer '])(
    'takes time linear in a page made of %j',
    (piece) => {
      const body = Buffer.from(`<html>${piece.repeat(1_000_000 / piece.length)}`);
      const before = process.cpuUsage();
      recognisePage({ body });
      const { user, system } = process.cpuUsage(before);
      expect(user + system).toBeLessThan(5_000_000);
    },
  );

  it('does what the README shows', () => {
    const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
    const [, html, verdict] = /Buffer\.from\('(.+)'\);\n.+\/\/ '(\w+)'/.exec(readme)!;
    expect(recognisePage(page(html!))).toBe(verdict);
  });
});
