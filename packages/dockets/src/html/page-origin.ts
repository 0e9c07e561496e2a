/** What is known of a page from outside it. */
export interface PageOrigin {
  /** Court id or alias. */
  readonly court: string;
  /** The Content-Type header, where the page came by HTTP. */
  readonly contentType?: string | undefined;
}
