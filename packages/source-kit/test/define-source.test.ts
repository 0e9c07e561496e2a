import type { Statement } from '@vigil/timeline';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import {
  completenessOf,
  days,
  defineSource,
  hours,
  minutes,
  readPage,
  seconds,
  type AnySource,
  type CapturedPage,
  type FeedSource,
} from '../src/index.js';

interface Params {
  readonly court: string;
}

const statement: Statement = {
  kind: 'case',
  case: { court: 'cacd', caseId: '1', docketNumber: null },
  recordKey: 'case:1',
  content: { caption: null, printedNumber: null, caseType: null, office: null, chapter: null, trustee: null },
};

const base = {
  id: 'town-crier',
  version: 1,
  about: { title: 'The town crier', homepage: 'https://crier.example/', access: 'free' },
  schedule: { every: minutes(5), atMost: minutes(2) },
  params: z.object({ court: z.string() }),
  paramsOfPage: (_body: Uint8Array, court: string) => ({ court }),
  describe: ({ court }: Params) => `cries of ${court}`,
  court: ({ court }: Params) => court,
  plan: ({ court }: Params) => ({ url: `https://crier.example/${court}`, accept: 'text/plain' }),
  parse: () => [statement],
  canonical: (body: Uint8Array) => body,
  access: 'open',
  expects: { empty: 'never', quiet: hours(8) },
} as const;

const feed = { ...base, kind: 'feed', window: hours(24) } as const satisfies FeedSource<Params>;

const page: CapturedPage = {
  url: 'https://crier.example/cacd',
  capturedAt: '2026-01-02T03:04:05.000Z',
  status: 200,
  headers: {},
  body: new Uint8Array(),
};

describe('a definition of a Source', () => {
  it('is frozen, and fits the registry', () => {
    const source: AnySource = defineSource<Params>(feed);
    expect(Object.isFrozen(source)).toBe(true);
    expect(source.id).toBe('town-crier');
  });

  it.each([
    ['an id that is no folder’s name', { id: 'Town Crier' }, /kebab-case/],
    ['a version of none', { version: 0 }, /version/],
    ['a schedule slower at most than usual', { schedule: { every: minutes(1), atMost: minutes(2) } }, /atMost/],
    ['polls that do not overlap', { window: minutes(10) }, /half the window/],
    ['no time of quiet', { expects: { empty: 'never' as const, quiet: 0 } }, /quiet/],
  ])('is refused with %s', (_name, change, message) => {
    expect(() => defineSource<Params>({ ...feed, ...change })).toThrow(message);
  });

  it('does not compile without what its kind needs', () => {
    const { window: _window, ...noWindow } = feed;
    const wrong = (): readonly unknown[] => [
      // @ts-expect-error a feed says how long an item stays
      defineSource<Params>(noWindow),
      // @ts-expect-error a detail page is recognised where it is not there
      defineSource<Params>({ ...base, kind: 'detail' }),
      // @ts-expect-error a listing has no window
      defineSource<Params>({ ...base, kind: 'listing', window: hours(1) }),
      // @ts-expect-error there is no such kind
      defineSource<Params>({ ...base, kind: 'stream' }),
      // @ts-expect-error a machine looks, or a person does
      defineSource<Params>({ ...feed, access: 'stealthy' }),
      // @ts-expect-error a Source asks for one page and does not fetch it
      defineSource<Params>({ ...feed, plan: async () => await fetch('https://crier.example/') }),
      // @ts-expect-error parameters are what the schema yields
      defineSource<Params>({ ...feed, params: z.object({ town: z.string() }) }),
    ];
    expect(wrong).toBeTypeOf('function');
  });
});

describe('a reading of a page', () => {
  it('holds the statements, what was skipped and the build date', () => {
    const source = defineSource<Params>({
      ...feed,
      *parse(_page, context) {
        context.builtAt('2026-01-02T03:00:00.000Z');
        yield statement;
        context.skip('no number', 'row 2');
      },
    });
    expect(readPage(source, { court: 'cacd' }, page)).toEqual({
      statements: [statement],
      skipped: [{ reason: 'no number', where: 'row 2' }],
      builtAt: '2026-01-02T03:00:00.000Z',
      partial: false,
      scope: null,
    });
  });

  it('of nothing is a failure, unless the Source may be empty and the page proves that it is', () => {
    const reading = (empty: 'never' | 'proved', proves: boolean): unknown => {
      const source = defineSource<Params>({
        ...feed,
        expects: { empty, quiet: hours(8) },
        parse: (_page, context) => {
          if (proves) context.provesEmpty();
          return [];
        },
      });
      try {
        return readPage(source, { court: 'cacd' }, page).statements;
      } catch (error) {
        return (error as { readonly code: string }).code;
      }
    };
    expect(reading('proved', true)).toEqual([]);
    expect(reading('proved', false)).toBe('EMPTY_WITHOUT_PROOF');
    expect(reading('never', true)).toBe('EMPTY_WITHOUT_PROOF');
  });

  it('is not begun where the page is a challenge or a maintenance page', () => {
    const source = defineSource<Params>(feed);
    const challenge = Buffer.from('<html><head><title>Just a moment...</title></head><body></body></html>');
    expect(() => readPage(source, { court: 'cacd' }, { ...page, body: challenge })).toThrow(
      expect.objectContaining({ code: 'BLOCKED_BY_PUBLISHER' }),
    );
  });

  it('shows a window of a feed, and all of a listing or detail, unless the page says that it shows less', () => {
    const whole = { partial: false, skipped: [] };
    expect(completenessOf({ kind: 'feed' }, whole)).toBe('WINDOW');
    expect(completenessOf({ kind: 'listing' }, whole)).toBe('COMPLETE');
    expect(completenessOf({ kind: 'detail' }, whole)).toBe('COMPLETE');
    expect(completenessOf({ kind: 'listing' }, { ...whole, partial: true })).toBe('PARTIAL');
    const unread = { partial: false, skipped: [{ reason: 'it bears no date', where: '1 of 3 rows' }] };
    expect(completenessOf({ kind: 'listing' }, unread)).toBe('PARTIAL');
    expect(completenessOf({ kind: 'feed' }, unread)).toBe('WINDOW');
  });

  it('counts time in milliseconds', () => {
    expect([seconds(1), minutes(1), hours(1), days(1)]).toEqual([1_000, 60_000, 3_600_000, 86_400_000]);
  });
});
