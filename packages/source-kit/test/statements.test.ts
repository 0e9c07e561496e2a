import { identityKey } from '@vigil/timeline';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { docketEntry, oneOrMore, publication, readJson, withoutBuildDate } from '../src/index.js';

it('an entry says what it is given, and of the rest that it is unknown', () => {
  expect(
    docketEntry({
      court: 'cit',
      docketNumber: '1:26-cv-90001',
      recordKey: 'entry:1',
      keys: [identityKey('doc', '1')],
      labels: ['Order'],
      enteredAt: '2026-03-05T23:41:18.000Z',
      zone: 'America/New_York',
    }),
  ).toEqual({
    kind: 'docket_entry',
    case: { court: 'cit', caseId: null, docketNumber: '1:26-cv-90001' },
    recordKey: 'entry:1',
    keys: ['doc:1'],
    content: {
      number: null,
      documentId: null,
      documentUrl: null,
      labels: ['Order'],
      text: null,
      filedOn: null,
      enteredAt: '2026-03-05T23:41:18.000Z',
      zone: 'America/New_York',
    },
  });
});

it('a publication is known by its publisher’s id, and says what it is given', () => {
  expect(
    publication({
      court: 'fedreg',
      docketNumber: 'Federal Register',
      publisherId: '2026-90001',
      type: 'RULE',
      publishedOn: '2026-03-05',
      zone: 'America/New_York',
    }),
  ).toEqual({
    kind: 'publication',
    case: { court: 'fedreg', caseId: null, docketNumber: 'Federal Register' },
    recordKey: 'publication:2026-90001',
    keys: ['pub:2026-90001'],
    content: {
      publisherId: '2026-90001',
      type: 'RULE',
      title: null,
      text: null,
      url: null,
      issuers: null,
      dockets: null,
      publishedOn: '2026-03-05',
      publishedAt: null,
      zone: 'America/New_York',
    },
  });
});

it('a list of parameters may be one that stands alone', () => {
  const names = oneOrMore(z.string().min(2), 2);
  expect([names.parse('ab'), names.parse(['ab', 'cd']), names.parse([])]).toEqual([['ab'], ['ab', 'cd'], []]);
  for (const bad of ['a', ['ab', 'c'], ['ab', 'cd', 'ef'], 7, null, undefined])
    expect(names.safeParse(bad).success).toBe(false);
});

it('JSON of another shape, and half of one, is a typed error that says where', () => {
  const shape = z.object({ entries: z.array(z.object({ id: z.string() })) });
  const read = (text: string): unknown => readJson({ body: Buffer.from(text) }, shape);
  expect(read('{"entries":[{"id":"é"}]}')).toEqual({ entries: [{ id: 'é' }] });
  const bad = (message: RegExp): unknown =>
    expect.objectContaining({ code: 'BAD_RECORD', message: expect.stringMatching(message) });
  expect(() => read('{"entries":[{"id":')).toThrow(bad(/cut off/));
  expect(() => read('{"entries":[{"id":7}]}')).toThrow(bad(/^entries\.0\.id: /));
  expect(() => read('[]')).toThrow(bad(/^the whole: /));
});

it('a build date is no news, what an item says of one is', () => {
  const feed = (built: string, item: string): string =>
    Buffer.from(
      withoutBuildDate(
        Buffer.from(`<rss><channel><lastBuildDate>${built}</lastBuildDate><item>${item}</item></channel></rss>`),
      ),
    ).toString();
  expect(feed('Monday', 'a')).toBe(feed('Tuesday', 'a'));
  expect(feed('Monday', '<lastBuildDate>1</lastBuildDate>')).not.toBe(
    feed('Monday', '<lastBuildDate>2</lastBuildDate>'),
  );
});
