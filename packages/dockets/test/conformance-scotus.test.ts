import { describe, expect, it } from 'vitest';
import { scoresOf } from './scores.js';

describe('real dockets and mails of the Supreme Court', () => {
  it('are read as the reference reads them, but for words that it doubles', () => {
    const { scotus_html: pages, ...others } = scoresOf('scotus_json', 'scotus_html', 'scotus_htm', 'scotus_email');
    for (const [kind, { files, answered, exact, f1 }] of Object.entries(others)) {
      expect({ kind, answered, exact, f1 }).toEqual({ kind, answered: files, exact: files, f1: 1 });
    }
    // Of pages it has the words behind a link twice (`Opinion per curiam. per curiam.`).
    expect(pages).toMatchObject({ answered: pages!.files, exact: pages!.files - 1 });
    expect(pages!.f1).toBeGreaterThan(0.995);
  });
});
