import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sharedFolder } from '@vigil/tooling/testing';
import { describe, expect, it } from 'vitest';
import { countsMainDocument } from '../src/courts/attachment-numbering.js';
import { courtById } from '../src/index.js';

describe('the changeover of attachment numbers', () => {
  it('is at the serial that was observed, that one included', () => {
    const cacd = courtById('cacd');
    expect(countsMainDocument(cacd, '03109630188')).toBe(true);
    expect(countsMainDocument(cacd, '03109630189')).toBe(false);
  });

  it('never came in bankruptcy courts, and lies before all documents of other courts', () => {
    expect(countsMainDocument(courtById('nysb'), '12699999999')).toBe(true);
    expect(countsMainDocument(courtById('njd'), '11900000001')).toBe(false);
  });

  it('is that of the shared facts', () => {
    const facts = JSON.parse(
      readFileSync(join(sharedFolder('data/courts'), 'last_serial_numbering_main_document.json'), 'utf8'),
    ) as Record<string, string>;
    for (const [id, serial] of Object.entries(facts)) {
      const court = courtById(id);
      expect([id, countsMainDocument(court, `0000${serial}`)]).toEqual([id, true]);
      expect([id, countsMainDocument(court, `0000${Number(serial) + 1}`)]).toEqual([id, false]);
    }
  });
});
