/** Query parameters that say which case or document a link is of. Any other may be a secret. */
const harmless = new Set(['caseid', 'de_seq_num', 'servlet']);
const ofCourt = /^ecf\.[a-z\d]+\.uscourts\.gov$/;
const ofAcms = /^ca\d+-(?:showdoc|acms)\.[a-z\d.]+$/;

/**
 * A link of a notice as it may be kept: of a court's own system, with what names its case or document and nothing else.
 * What ACMS calls a document by is a one-free-look token as a whole, and is left out. `null` for every other link:
 * it may lead to a court's by a detour that holds the token, or tell a sender that it was followed.
 */
export function keptLink(href: string): string | null {
  const url = URL.canParse(href) ? new URL(href) : null;
  if (url === null || !/^https?:$/.test(url.protocol)) return null;
  const { hostname, pathname } = url;
  if (ofAcms.test(hostname)) return `https://${hostname}${/^\/[\d-]{1,20}$/.test(pathname) ? pathname : '/NDA/'}`;
  if (!ofCourt.test(hostname) || !/^[\w./-]*$/.test(pathname)) return null;
  const pairs = url.search.slice(1).split('&');
  const query = pairs.filter((pair) => {
    const [, name, value] = /^(?:(\w+)=)?([\w.-]{1,60})$/.exec(pair) ?? [];
    if (value === undefined) return false;
    return name === undefined ? /^\d+$/.test(value) : harmless.has(name.toLowerCase());
  });
  return `https://${hostname}${pathname}${query.length === 0 ? '' : `?${query.join('&')}`}`;
}
