/** How a court's site can fail: each kind was seen in the field or is a known attack on readers. */
export type FaultKind =
  /** 429. */
  | { readonly kind: 'rate-limited'; readonly retryAfterSeconds?: number }
  /** 503. */
  | { readonly kind: 'unavailable'; readonly retryAfterSeconds?: number }
  /** The request is taken and never answered. */
  | { readonly kind: 'hang' }
  /** The right answer, very slowly. */
  | { readonly kind: 'drip'; readonly bytesPerSecond: number }
  /**
   * The first half of the answer. `whole`: the length announced is that of the whole, and the connection ends early;
   * `half`: the length announced is what was sent, so that only the content shows the cut.
   */
  | { readonly kind: 'truncated'; readonly announced: 'whole' | 'half' }
  /** A maintenance page; the real ones come with 503 and, as often, with 200. */
  | { readonly kind: 'maintenance'; readonly status: 200 | 503 }
  /** A page that asks for proof of being human. */
  | { readonly kind: 'challenge'; readonly status: 200 | 403 }
  /** Some other page of the court where the feed should be. */
  | { readonly kind: 'html' }
  /** Bytes that are no text, said to be XML. */
  | { readonly kind: 'not-xml' }
  /** That many megabytes (10^6) of zeros, of no announced length. */
  | { readonly kind: 'zeros'; readonly megabytes: number }
  /** That many megabytes (10^6) of zeros in a small gzip body. */
  | { readonly kind: 'gzip-bomb'; readonly megabytes: number }
  /** The header says UTF-8, the XML declaration ISO-8859-1, and a comment holds windows-1252. */
  | { readonly kind: 'wrong-charset' }
  /** A redirect to the very same address. */
  | { readonly kind: 'redirect-loop' }
  /** A redirect to another site. */
  | { readonly kind: 'redirect-away'; readonly to: string }
  /** The connection is reset. */
  | { readonly kind: 'reset' }
  /** Another robots.txt; pages are not affected. */
  | { readonly kind: 'robots'; readonly body: string };

/** A fault of one host. All kinds but `robots` concern the pages and leave robots.txt alone. */
export type Fault = FaultKind & {
  /** How many of the next requests it concerns; all of them, until it is taken away, when absent. */
  readonly times?: number;
};

/** Faults by host (`ecf.cacd.uscourts.gov`). */
export type FaultPlan = Readonly<Record<string, Fault>>;
