import { describe, expect, it } from 'vitest';
import { scoresOf } from './scores.js';

describe('real reports of dockets', () => {
  it.each([
    ['dockets_district', 'dockets_special', 'dockets_fake_rss', 'not_dockets'],
    ['dockets_bankruptcy'],
    ['docket_history_reports', 'case_queries'],
  ] as const)('are read as the reference reads them: %s', (...names) => {
    for (const [kind, { files, answered, exact, f1 }] of Object.entries(scoresOf(...names))) {
      expect({ kind, answered, exact, f1 }).toEqual({ kind, answered: files, exact: files, f1: 1 });
    }
  });
});
