import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sharedFolder } from '@vigil/tooling/testing';
import { IANAZone } from 'luxon';
import { describe, expect, it } from 'vitest';
import { courtById, courtOrPublisherById, courts, parseDocketNumber, publishers, zoneOf } from '../src/index.js';

describe('the court table', () => {
  it('holds each court once, by a name without its system’s name', () => {
    expect(new Set(courts.map(({ id }) => id)).size).toBe(courts.length);
    expect(new Set(courts.map(({ name }) => name)).size).toBe(courts.length);
    expect(courtById('akb').name).toBe('U.S. Bankruptcy Court, District of Alaska');
    expect(courtById('cacd').name).toBe('U.S. District Court, Central District of California');
    for (const { name } of courts) expect(name).not.toMatch(/NextGen| {2}|\d/);
  });

  it('gives every court and division a zone that exists', () => {
    const zones = courts.flatMap(({ zone, divisionZones }) => [
      zone,
      ...divisionZones.map((division) => division.zone),
    ]);
    expect(zones.filter((zone) => !IANAZone.isValidZone(zone))).toEqual([]);
  });

  it.each([
    ['gud', null, 'Pacific/Guam'],
    ['nmid', null, 'Pacific/Saipan'],
    ['vid', null, 'America/St_Thomas'],
    ['hid', '1', 'Pacific/Honolulu'],
    ['txwd', '5', 'America/Chicago'],
    ['txwd', '3', 'America/Denver'],
    ['txwd', null, 'America/Chicago'],
    ['innd', '2', 'America/Chicago'],
    ['innd', '1', 'America/Indiana/Indianapolis'],
    ['kywd', '3', 'America/Kentucky/Louisville'],
  ])('knows the zone of %s, office %s', (id, office, zone) => {
    expect(zoneOf(courtById(id), office)).toBe(zone);
  });

  it.each([
    ['cacd', 'https://ecf.cacd.uscourts.gov/cgi-bin/rss_outside.pl'],
    ['ared', 'https://ecf.ared.uscourts.gov/cgi-bin/rss_outside4.pl'],
    ['nyed', 'https://ecf.nyed.uscourts.gov/cgi-bin/readyDockets.pl'],
    ['ca4', 'https://ecf.ca4.uscourts.gov/n/beam/servlet/TransportRoom?servlet=RSSGenerator'],
    ['scotus', null],
    ['bap9', null],
  ])('knows where %s publishes its feed', (id, url) => {
    expect(courtById(id).feed.url).toBe(url);
  });

  it('says what feeds carry, and since when that is known', () => {
    expect(courtById('wvsd').feed).toMatchObject({ status: 'ALL', asOf: '2018-05' });
    expect(courtById('ca6').feed).toMatchObject({ status: 'PARTIAL', entryTypes: ['orders', 'opinions', 'judgments'] });
    expect(courtById('txnd').feed).toMatchObject({ status: 'NONE', asOf: '2018-04' });
    expect(courtById('cacd').feed).toMatchObject({ status: 'UNKNOWN', asOf: null });
    for (const { feed } of courts) expect(feed.entryTypes.length > 0).toBe(feed.status === 'PARTIAL');
  });

  it('gives document-id prefixes to one court each', () => {
    const prefixes = courts.flatMap(({ documentIdPrefix }) => (documentIdPrefix === null ? [] : [documentIdPrefix]));
    expect(new Set(prefixes).size).toBe(prefixes.length);
    expect(courtById('cacb').documentIdPrefix).toBe('973');
  });

  it('finds courts by id or alias in any letter case, and no other', () => {
    expect(courtById('sdny').id).toBe('nysd');
    expect(courtById(' CACD ').id).toBe('cacd');
    for (const id of ['', 'xxxd', 'constructor', '__proto__']) {
      expect(() => courtById(id)).toThrow(expect.objectContaining({ code: 'UNKNOWN_COURT' }));
    }
  });

  it('holds publishers apart: they are no courts, and have no id or zone that is not one', () => {
    expect(publishers.length).toBeGreaterThan(0);
    for (const publisher of publishers) {
      expect(courtOrPublisherById(publisher.id.toUpperCase())).toBe(publisher);
      expect(() => courtById(publisher.id)).toThrow(expect.objectContaining({ code: 'UNKNOWN_COURT' }));
      expect(courts.map(({ id, name }) => [id, name]).flat()).not.toContain(publisher.id);
      expect(publisher.kind).toBe('PUBLISHER');
      expect(IANAZone.isValidZone(publisher.zone)).toBe(true);
      expect(parseDocketNumber('8:17-cv-01898', publisher.kind)).toBeNull();
    }
    expect(courts.filter(({ kind }) => kind === 'PUBLISHER')).toEqual([]);
    expect(courtOrPublisherById('sdny').id).toBe('nysd');
    expect(() => courtOrPublisherById('nowhere')).toThrow(expect.objectContaining({ code: 'UNKNOWN_COURT' }));
  });

  it('holds every court of PACER’s list, of the document prefixes and of the examples', () => {
    const shared = sharedFolder('.');
    const read = (path: string): unknown => JSON.parse(readFileSync(join(shared, path), 'utf8'));
    for (const { id } of read('data/courts/courts.json') as { id: string }[]) expect(courtById(id).id).toBe(id);
    const prefixes = read('data/courts/document_id_prefixes.json') as Record<string, string>;
    for (const [prefix, id] of Object.entries(prefixes)) expect(courtById(id).documentIdPrefix).toBe(prefix);
    const examples = read('conformance/MANIFEST.json') as { kind: string; input: string }[];
    const ids = examples
      .filter(({ kind }) => !kind.startsWith('scotus'))
      .map(({ input }) => /^[a-z0-9]+/.exec(input)![0]);
    for (const id of new Set(ids)) expect(courtById(id).id).toBeTypeOf('string');
  });
});
