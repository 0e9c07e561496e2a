/** The contract of a Source: everything Vigil must know to look at one kind of page or feed. */
import type { Statement } from '@vigil/timeline';
import type { z } from 'zod';

/** A span of time, in milliseconds. `minutes(5)` reads better than a number. */
export type Milliseconds = number;
export const seconds = (n: number): Milliseconds => n * 1_000;
export const minutes = (n: number): Milliseconds => n * 60_000;
export const hours = (n: number): Milliseconds => n * 3_600_000;
export const days = (n: number): Milliseconds => n * 86_400_000;

/** What is asked of the publisher. Only GET: a Source never logs in and never posts. */
export interface PlannedRequest {
  readonly url: string;
  /** Media types the Source can read, for the Accept header. */
  readonly accept: string;
  /** Name of the credential that the publisher wants to see. The fetcher has its value; a Source never sees it. */
  readonly credential?: string;
}

/**
 * How often a publisher lets itself be asked, over all Targets of the Source and all workers: the host gate refuses more. Each
 * span is a moving one.
 */
export interface Budget {
  readonly perMinute?: number;
  readonly perHour?: number;
  readonly perDay?: number;
}

/** What `parse` is given: the bytes as received and what was known on arrival. */
export interface CapturedPage {
  readonly url: string;
  /** UTC, when the bytes left the publisher. */
  readonly capturedAt: string;
  readonly status: number;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  /** The body with its content encoding removed. */
  readonly body: Uint8Array;
}

/** A record that was not read, with the reason. A skipped row is counted, never silent. */
export interface Skipped {
  readonly reason: string;
  /** The place on the page, for a person who looks (never a person's name or number). */
  readonly where: string;
}

/** What `parse` may report beside its Statements. */
export interface ParseContext<Params> {
  readonly params: Params;
  skip(reason: string, where: string): void;
  /** The publisher's own build date of the page, UTC; for the age monitor and for imported files. */
  builtAt(instant: string): void;
  /** This page shows less than pages of its Source do (a report cut to some dates): what it leaves out is not gone. */
  partial(): void;
  /** This page says itself that there is no record; without such a proof an empty page is a failure. */
  provesEmpty(): void;
  /**
   * This page leaves something open that is worth a look again in so many milliseconds: its Target is looked at so often, within
   * the bounds of `schedule`, until a reading asks for it no more. The shortest counts.
   */
  lookAgain(inMs: Milliseconds): void;
  /** Which kinds of record the publisher says that it shows (the entry types of a feed). */
  scope(kinds: 'all' | readonly string[]): void;
}

/** What is normal for a Source: what its monitors go by. */
export interface Expectations {
  /**
   * Whether a page may show no record at all: `never`, or `proved`, where `parse` called `context.provesEmpty()`. An empty
   * page is a failure otherwise, not a quiet day.
   */
  readonly empty: 'never' | 'proved';
  /** The longest time, of the publisher's business days, that passes without a new record. */
  readonly quiet: Milliseconds;
  /** How often it says something new for certain, by day and night: three beats that are missed are the trouble CANARY. */
  readonly beat?: Milliseconds;
}

/** A check of `vigil source check`: `docs/adding-a-source.md` has the list. */
export type CheckId =
  `S${'01' | '02' | '03' | '04' | '05' | '06' | '07' | '08' | '09' | '10' | '11' | '12' | '13' | '14'}`;

/** How much of the truth a page of this Source shows. */
export type Completeness = 'WINDOW' | 'COMPLETE' | 'PARTIAL';

interface SourceBase<Params> {
  /** Kebab-case, equal to the name of its folder. */
  readonly id: string;
  /** Raised with each change of what `parse` yields; kept with every reading. */
  readonly version: number;
  readonly about: {
    readonly title: string;
    readonly homepage: string;
    /** By whose permission, and how, it may be read. */
    readonly access: string;
    /** On what its reading was proved beside its specimens; its page of `docs/sources/` shows it. */
    readonly proved?: { readonly recorded?: string; readonly simulated?: string };
  };
  /** `every`: how often when nobody wishes otherwise; `atMost`: never more often than this. */
  readonly schedule: { readonly every: Milliseconds; readonly atMost: Milliseconds };
  /** Left out where the interval of the host gate is all that the publisher wants. */
  readonly budget?: Budget;
  /** What a Watch of this Source needs; its parsed output, as canonical JSON, is the Target's identity. */
  readonly params: z.ZodType<Params>;
  /**
   * What a saved page of a court shows, for an import; `null` where it is no page of this Source. Throws a VigilError
   * where it is one of its pages that shows nothing. Left out where nobody saves such pages.
   */
  paramsOfPage?(body: Uint8Array, court: string): Params | null;
  /** One line that names a Target to a person (“RSS feed of cacd”). */
  describe(params: Params): string;
  /** Court id of a Target, where it is of one court. */
  court(params: Params): string | null;
  /** No I/O: the runner fetches. Throws a VigilError where there is nothing to look at (NO_FEED). */
  plan(params: Params): PlannedRequest;
  /**
   * What may be kept of a page that holds secrets of those who received it; the archive and `parse` see nothing else of it.
   * Pure; of its own output it gives the same. Throws a VigilError where the page is not what it should be.
   */
  redact?(body: Uint8Array): Uint8Array;
  /** Pure: no I/O, no clock. Throws a VigilError where the page is not what it should be. */
  parse(page: CapturedPage, context: ParseContext<Params>): Iterable<Statement>;
  /** What it means that the publisher refuses (401 or 403), and what to do; left out where nothing more is known of it. */
  refusal?(status: 401 | 403): string;
  /** The bytes without what changes at each poll (build dates), for the canonical hash. Pure. */
  canonical(body: Uint8Array): Uint8Array;
  /** `open`: the machine may look; `attended`: a person opens the page; `mailbox`: it is mailed to the operator. */
  readonly access: 'open' | 'attended' | 'mailbox';
  readonly expects: Expectations;
  /** Checks that this Source cannot pass, each with the reason, which its page of `docs/sources/` shows. */
  readonly bypass?: Readonly<Partial<Record<CheckId, string>>>;
}

/** A moving window over what is new; what scrolled out is not gone. */
export interface FeedSource<Params> extends SourceBase<Params> {
  readonly kind: 'feed';
  /** How long the publisher keeps an item at least. Two polls must overlap, so `every` < `window` / 2. */
  readonly window: Milliseconds;
}

/** All records of one kind; what is gone after two complete healthy readings was removed. */
export interface ListingSource<Params> extends SourceBase<Params> {
  readonly kind: 'listing';
}

/** A page about one thing; "not there" is itself a dated fact and must be recognised positively. */
export interface DetailSource<Params> extends SourceBase<Params> {
  readonly kind: 'detail';
  absent(page: CapturedPage): boolean;
}

export type Source<Params = never> = FeedSource<Params> | ListingSource<Params> | DetailSource<Params>;

/** A Source whose parameters are checked at run time, as the registry holds it. */
export type AnySource = Source<unknown>;

const kebab = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/** Checks and freezes a Source definition. Throws a TypeError that names what is wrong. */
export function defineSource<Params>(definition: Source<Params>): Source<Params> {
  const wrong = (what: string): never => {
    throw new TypeError(`Source ${JSON.stringify(definition.id)}: ${what}`);
  };
  if (!kebab.test(definition.id)) wrong('the id must be kebab-case, as its folder');
  if (!Number.isInteger(definition.version) || definition.version < 1)
    wrong('the version must be a whole number from 1');
  if (definition.schedule.atMost > definition.schedule.every)
    wrong('schedule.atMost must not be longer than schedule.every');
  if (definition.kind === 'feed' && definition.schedule.every * 2 >= definition.window)
    wrong('schedule.every must be shorter than half the window');
  if (!(definition.expects.quiet > 0)) wrong('expects.quiet must be a time');
  return Object.freeze(definition);
}

/** How complete a healthy page of this Source is. A listing of which a row could not be read proves nothing by what it lacks. */
export function completenessOf(
  source: Pick<AnySource, 'kind'>,
  { partial, skipped }: { readonly partial: boolean; readonly skipped: readonly Skipped[] },
): Completeness {
  if (partial) return 'PARTIAL';
  if (source.kind === 'feed') return 'WINDOW';
  return skipped.length > 0 ? 'PARTIAL' : 'COMPLETE';
}
