/** What a publisher gave to recognise an unchanged page by. Opaque: sent back as it came. */
export interface Validators {
  readonly etag: string | null;
  readonly lastModified: string | null;
}

/** What came back, whatever its status: to be archived first and judged by `assertOk` after. */
export interface Fetched {
  /** As asked for, without its fragment. */
  readonly url: string;
  /** Where the last redirect led; equal to `url` where there was none. */
  readonly finalUrl: string;
  /** Origin of the simulator that answered in the publisher's place; null for the publisher itself. */
  readonly via: string | null;
  readonly status: number;
  /** Lower-case names; repeated fields are joined by a comma. */
  readonly headers: Readonly<Record<string, string>>;
  /** The body with its content encodings removed; empty when not modified. */
  readonly body: Uint8Array;
  /** The publisher says that the page is as the sent validators describe it. */
  readonly notModified: boolean;
  /** UTC, ISO 8601 with milliseconds: when the last request was sent. */
  readonly sentAt: string;
  /** UTC, ISO 8601 with milliseconds: when the last byte had come. */
  readonly receivedAt: string;
  /** Size of the body before decoding. */
  readonly wireBytes: number;
  /** What to send with the next request for this page. */
  readonly validators: Validators;
}
