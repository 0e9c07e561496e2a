import { describe, expect, it } from 'vitest';
import { source } from './feeds.js';

describe('a Watch of a court’s feed', () => {
  it('needs a court, and nothing else', () => {
    expect(source.params.parse({ court: 'cacd' })).toEqual({ court: 'cacd' });
    expect(source.params.safeParse({}).success).toBe(false);
    expect(source.params.safeParse({ court: 7 }).success).toBe(false);
    expect(source.params.safeParse({ court: 'cacd', judge: 'x' }).success).toBe(false);
  });

  it('is of one Target whichever way the court is named', () => {
    for (const court of ['nysd', 'sdny', 'NYSD']) expect(source.params.parse({ court })).toEqual({ court: 'nysd' });
  });

  it('is refused for a court that does not exist', () => {
    const unknown = expect.objectContaining({ code: 'UNKNOWN_COURT' });
    expect(() => source.params.parse({ court: 'xxxd' })).toThrow(unknown);
    expect(() => source.plan({ court: 'xxxd' })).toThrow(unknown);
  });

  it.each(['txnd', 'ca9', 'scotus', 'bap9'])('is refused for a court without a feed: %s', (court) => {
    expect(() => source.plan(source.params.parse({ court }))).toThrow(expect.objectContaining({ code: 'NO_FEED' }));
  });

  it('says since when a court is known to have none', () => {
    expect(() => source.plan({ court: 'txnd' })).toThrow(/Northern District of Texas publishes no feed.+2018-04/);
  });

  it('asks for the court’s own address', () => {
    expect(source.plan({ court: 'nyed' })).toEqual({
      url: 'https://ecf.nyed.uscourts.gov/cgi-bin/readyDockets.pl',
      accept: 'application/rss+xml, application/xml, text/xml',
    });
  });

  it('names itself to a person', () => {
    expect(source.describe({ court: 'cacd' })).toBe('RSS feed of U.S. District Court, Central District of California');
    expect(source.court({ court: 'cacd' })).toBe('cacd');
  });
});
