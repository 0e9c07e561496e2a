/** Query parameters that let their holder read a document once for free. They are secrets. */
const secret = /([?&])(?:magic_num|uid)=[^&#]*&?/gi;

/* eslint-disable-next-line no-control-regex -- they are what no address may hold */
const address = /^https?:\/\/[^\s\u0000-\u001f\u007f]+$/i;

/**
 * A document's link as it may be kept: absolute, http or https, without one-free-look tokens; `null` for any
 * other link (a script, a relative path, one with control characters).
 */
export function documentUrl(href: string): string | null {
  const url = href.trim();
  if (!address.test(url)) return null;
  return url.replace(secret, '$1').replace(/[?&]$/, '');
}

/** The court's row id of the entry that a document's link names (`de_seq_num`), or `null`. */
export function sequenceOf(url: string): string | null {
  return /[?&]de_seq_num=(\d+)/.exec(url)?.[1] ?? null;
}
