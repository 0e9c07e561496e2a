import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { asVigilError, catalogue, VigilError, type ErrorCode } from '../src/index.js';

describe('the catalogue of errors', () => {
  it('is what docs/errors.md says', async () => {
    const page = await readFile(new URL('../../../docs/errors.md', import.meta.url), 'utf8');
    const documented = [...page.matchAll(/^\| `([A-Z_]+)` +\| (.*?) +\|/gm)].map(([, code, title]) => [code, title]);
    expect(documented).toEqual(Object.entries(catalogue).map(([code, { title }]) => [code, title]));
  });

  it('gives every error a sentence, a way out and a policy', () => {
    for (const { title, wayOut, policy } of Object.values(catalogue)) {
      expect(title).toMatch(/\S/);
      expect(wayOut).toMatch(/[.?!]$|vigil/);
      expect(['retry', 'wait', 'quarantine', 'attend', 'stop']).toContain(policy);
    }
  });

  it('an error keeps its cause, its code and its policy', () => {
    const cause = new Error('socket hang up');
    const error = new VigilError('FETCH_CONNECTION', undefined, { cause });
    expect(error).toMatchObject({
      code: 'FETCH_CONNECTION',
      policy: 'retry',
      message: catalogue.FETCH_CONNECTION.title,
      cause,
    });
    expect(asVigilError(error)).toBe(error);
    expect(asVigilError(cause)).toMatchObject({ code: 'INTERNAL', cause });
  });

  it('a code that is none does not compile', () => {
    // @ts-expect-error there is no such code
    const none: ErrorCode = 'NO_SUCH_CODE';
    expect(none in catalogue).toBe(false);
  });
});
