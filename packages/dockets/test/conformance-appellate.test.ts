import { describe, expect, it } from 'vitest';
import { scoresOf } from './scores.js';

describe('real dockets of courts of appeals', () => {
  it('are read as the reference reads them', () => {
    const scores = scoresOf('dockets_appellate', 'not_appellate_dockets', 'dockets_acms');
    for (const [kind, { files, answered, exact, f1 }] of Object.entries(scores)) {
      expect({ kind, answered, exact, f1 }).toEqual({ kind, answered: files, exact: files, f1: 1 });
    }
  });
});
