import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { VigilError } from '@vigil/errors';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { goldenText, outcomeOf, readSpecimens } from '../src/index.js';
import { busyItems, feed } from './cries.js';
import { crier } from './crier.js';

const sound = {
  'request.json': JSON.stringify({ url: 'https://crier.example/feed.xml', params: { town: 'Harbour' } }),
  'meta.json': JSON.stringify({ capturedAt: '2026-03-05T23:46:00.000Z', status: 200, headers: { etag: '"7"' } }),
  'response.xml': feed(busyItems),
};
type Files = Readonly<Record<string, string | null>>;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'crier-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Writes a specimen: sound files but for these; `null` leaves one out. */
function write(name: string, files: Files = {}): void {
  const own = join(folder, 'fixtures', name);
  mkdirSync(own, { recursive: true });
  for (const [file, text] of Object.entries<string | null>({ ...sound, ...files }))
    if (text !== null) writeFileSync(join(own, file), text);
}

function errorOf(files: Files): VigilError {
  write('busy', files);
  try {
    readSpecimens(crier, folder);
  } catch (error) {
    return error as VigilError;
  }
  throw new Error('it was read');
}

describe('specimens', () => {
  it('are what their files say, by name', () => {
    write('quiet', { 'response.xml': feed([]), 'expected.json': '{}\n' });
    write('busy');
    const [busy, quiet] = readSpecimens(crier, folder);
    expect(busy).toEqual({
      name: 'busy',
      folder: join(folder, 'fixtures', 'busy'),
      params: { town: 'Harbour' },
      page: {
        url: 'https://crier.example/feed.xml',
        capturedAt: '2026-03-05T23:46:00.000Z',
        status: 200,
        headers: { etag: '"7"' },
        body: Buffer.from(feed(busyItems)),
      },
      expected: null,
    });
    expect(quiet).toMatchObject({ name: 'quiet', expected: '{}\n' });
  });

  it('are none where there is no folder of them', () => {
    expect(readSpecimens(crier, folder)).toEqual([]);
  });

  it('are read alike whatever the order of their rows, as far as expected.json tells', () => {
    write('a');
    write('b', { 'response.xml': feed(busyItems.toReversed()) });
    const [a, b] = readSpecimens(crier, folder).map((specimen) => {
      const outcome = outcomeOf(crier, specimen);
      return 'error' in outcome ? outcome.error.message : goldenText(outcome.reading);
    });
    expect(a).toBe(b);
    expect(JSON.parse(a!)).toMatchObject({ statements: { length: 6 } });
    expect(a).toMatch(/\}\n$/);
  });
});

describe('a specimen', () => {
  const wrong: readonly (readonly [string, Files, RegExp])[] = [
    ['no request', { 'request.json': null }, /request\.json: .*ENOENT/],
    ['a request that is no JSON', { 'request.json': '{' }, /request\.json: .*SyntaxError/],
    ['a request without an address', { 'request.json': '{"params":{}}' }, /request\.json: .*url/s],
    ['a request for no address', { 'request.json': '{"url":"feed","params":{}}' }, /request\.json: .*url/is],
    [
      'a request with more than is known',
      { 'request.json': '{"url":"https://a.example/","params":{},"x":1}' },
      /request\.json: .*"x"/s,
    ],
    [
      'parameters that its Source does not want',
      { 'request.json': '{"url":"https://a.example/","params":{"city":1}}' },
      /request\.json: parameters of town-crier: town/,
    ],
    ['no meta', { 'meta.json': null }, /meta\.json: .*ENOENT/],
    ['a status in words', { 'meta.json': sound['meta.json'].replace('200', '"OK"') }, /meta\.json: .*status/s],
    [
      'a moment without a zone',
      { 'meta.json': sound['meta.json'].replace('.000Z', '.000') },
      /meta\.json: .*capturedAt/s,
    ],
    ['a header in capitals', { 'meta.json': sound['meta.json'].replace('etag', 'ETag') }, /meta\.json: .*ETag/s],
    ['no response', { 'response.xml': null }, /busy: no file response/],
    ['two responses', { 'response.html': '' }, /response\.html and response\.xml/],
  ];

  it.each(wrong)('with %s is refused by the name of the file', (_what, files, message) => {
    const error = errorOf(files);
    expect(error.code).toBe('BAD_INPUT');
    expect(error.message).toMatch(message);
    expect(error.message.startsWith(join(folder, 'fixtures', 'busy'))).toBe(true);
  });

  it('is a folder', () => {
    write('busy');
    writeFileSync(join(folder, 'fixtures', 'notes.txt'), 'to do');
    expect(() => readSpecimens(crier, folder)).toThrow(
      expect.objectContaining({ code: 'BAD_INPUT', message: expect.stringContaining('notes.txt') as string }),
    );
  });
});
