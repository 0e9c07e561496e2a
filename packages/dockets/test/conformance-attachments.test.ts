import { describe, expect, it } from 'vitest';
import { scoresOf } from './scores.js';

describe('real lists of documents', () => {
  it('are read as the reference reads them', () => {
    const scores = scoresOf('attachment_pages', 'appellate_attachment_pages', 'acms_attachment_pages');
    for (const [kind, { files, answered, exact, f1 }] of Object.entries(scores)) {
      expect({ kind, answered, exact, f1 }).toEqual({ kind, answered: files, exact: files, f1: 1 });
    }
  });
});
