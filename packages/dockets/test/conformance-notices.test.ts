import { describe, expect, it } from 'vitest';
import { scoresOf } from './scores.js';

describe('real notices', () => {
  it('are read as the reference reads them', () => {
    const scores = scoresOf('nef_s3', 'nef_html', 'nda');
    for (const [kind, { files, answered, exact, f1 }] of Object.entries(scores)) {
      expect({ kind, answered, exact, f1 }).toEqual({ kind, answered: files, exact: files, f1: 1 });
    }
  });
});
