import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classify, rules, tags } from '../src/index.js';

const read = (text: string, court = 'cacd'): ReturnType<typeof classify> => classify({ text, labels: null, court });

describe('a docket text', () => {
  it('is classified with the words and the rules that say so', () => {
    const text =
      'ORDER granting in part and denying in part 12 Motion for TRO; denying 14 Motion to Stay Removal. Signed by Judge Ada Quill.';
    const { findings, actor, judge, refs, urgency } = read(text);
    expect(findings).toEqual([
      {
        tag: 'tro.granted_in_part',
        rule: 'matter.tro ruling.grant_in_part',
        start: 6,
        end: 60,
        words: 'granting in part and denying in part 12 Motion for TRO',
        confidence: 0.95,
      },
      {
        tag: 'stay_of_removal.denied',
        rule: 'matter.stay_of_removal ruling.deny',
        start: 62,
        end: 95,
        words: 'denying 14 Motion to Stay Removal',
        confidence: 0.95,
      },
    ]);
    expect({ actor, judge, refs }).toEqual({ actor: 'COURT', judge: 'Ada Quill', refs: [12, 14] });
    expect(urgency).toEqual({ level: 'U1', because: ['stay_of_removal.denied', 'tro.granted_in_part'] });
  });

  it('says nothing by its attachments, however they nest', () => {
    const { tags: found } = read(
      'MOTION for TRO by Milo Tarrant. (Attachments: # 1 Proposed Order (DENYING motion (b)), # 2 ORDER granting Motion to Stay Removal)(Ostrander, Pia)',
    );
    expect(found).toEqual(['tro.sought']);
  });

  it('of a feed leaves open how a court ruled, and wants the full text', () => {
    const labels = ['Order on Motion for TRO', 'Order to Show Cause'];
    expect(classify({ text: null, labels, court: 'cacd' })).toMatchObject({
      tags: ['order_to_show_cause.issued', 'tro.unknown'],
      actor: 'COURT',
      wantsText: true,
      urgency: { level: 'U1' },
    });
    expect(classify({ text: null, labels: ['Motion for TRO'], court: null }).wantsText).toBe(false);
    expect(read('[Order on Motion for TRO] (12)')).toMatchObject({ tags: ['tro.unknown'], wantsText: true });
  });

  it.each([
    ['MOTION to Stay Removal by Petitioner Milo Tarrant.', 'PETITIONER', 'U2'],
    ['RESPONSE in Opposition re 3 MOTION for TRO filed by Respondents.', 'GOVERNMENT', 'U2'],
    ['CLERK’S NOTICE of reassignment.', 'CLERK', 'U3'],
    ['Mail returned as undeliverable. Mail addressed to Petitioner. Reason: DEPORTED', 'CLERK', 'U1'],
    ['STATUS REPORT by Respondents re custody location of Petitioner', 'GOVERNMENT', 'U1'],
    ['ORDER setting hearing on 3 Motion for TRO for 3/4/2031 at 9:00 AM.', 'COURT', 'U2'],
  ])('%s: %s, %s', (text, actor, level) => {
    const { actor: who, urgency } = read(text);
    expect([who, urgency.level]).toEqual([actor, level]);
  });
});

describe('the tags and rules', () => {
  it('are one list: what a rule can yield is a tag with its explanation', () => {
    const known = new Set(tags.map(({ tag }) => tag));
    expect(known.size).toBe(tags.length);
    const yielded = rules.flatMap(({ yields }) => yields.flatMap((text) => text.match(/[a-z_]+\.[a-z_]+/g) ?? []));
    expect(yielded.filter((tag) => !known.has(tag))).toEqual([]);
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
  });

  it('hold for any text: known tags, words where they stand, sureness as a part of 1', () => {
    const known = new Set(tags.map(({ tag }) => tag));
    const phrases = rules.flatMap(({ phrases: all }) => all.map((phrase) => phrase.replaceAll(/[|?()]/g, ' ')));
    const word = fc.oneof(
      fc.constantFrom(...phrases),
      fc.string({ unit: 'grapheme', maxLength: 8 }),
      fc.nat().map(String),
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 40 }), fc.constantFrom('ca9', 'cacd', null), (words, court) => {
        const text = words.join(' ');
        for (const { tag, start, end, words: said, confidence } of classify({ text, labels: null, court }).findings) {
          expect(known).toContain(tag);
          expect(text.slice(start, end)).toBe(said);
          expect(confidence > 0 && confidence <= 1).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });
});
