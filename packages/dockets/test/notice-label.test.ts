import { describe, expect, it } from 'vitest';
import { entryNumberOf, labelOf, type SubjectContext } from '../src/court-notice/notice-label.js';

const inBankruptcy = (subject: string, ...captions: readonly string[]): string | null =>
  labelOf(subject, {
    system: 'NEF',
    kind: 'BANKRUPTCY',
    cases: captions.map((caption) => ({ caption, printedNumber: null })),
    documents: [],
  });

describe('the subject of a bankruptcy court’s notice', () => {
  it.each([
    ['24-90617 Notice of Appearance by Attorney', 'Wren Machinery, LLC', 'Notice of Appearance by Attorney'],
    ['Ch-7 1:24-bk-90535 Notice of Appearance; Wren Farms, Inc.', 'Wren Farms, Inc.', 'Notice of Appearance'],
    ['Ch-11 24-90418-CTG WREN Inc. Declaration', 'WREN Inc.', 'Declaration'],
    ['Ch-7 23-90253-KBO Lantern Holding Co Order', 'Lantern Holding Company LLC', 'Order'],
    [
      '24-90221-ELG CH11 Motion to Convert to Chapter 7 - 99 Quill Flats L.L.C.',
      '99 Quill Flats L.L.C.',
      'Motion to Convert to Chapter 7',
    ],
    ['24-94888-CL7 Notice of Chapter 7 Case & Meeting', 'Petra Jay Quill', 'Notice of Chapter 7 Case & Meeting'],
    ['24-94888-7 Chapter 7 Voluntary Petition', 'Petra Jay Quill', 'Chapter 7 Voluntary Petition'],
    ['21-90245-BAH Chapter 13 Petra Quill  Affidavit', 'Petra Quill', 'Affidavit'],
    [
      '22-90193 Order on Motion To Quash - CH - Quill v. Marsh et al',
      'Quill v. Marsh et al',
      'Order on Motion To Quash',
    ],
    ['Multiple Cases "Close Adversary Case" - AP -', 'Quill v. Marsh', 'Close Adversary Case'],
    ['Ch-13 5:23-bk-90774-MJC -Sandra Wren  Hearing Continued', 'Sandra Wren and David Wren', 'Hearing Continued'],
    ['NEF: 22-92507-cgm Ch13 Affidavit Re: Petra Quillson', 'Petra Quillson', 'Affidavit'],
    ['1-23-92603-nhl Motion for Relief From Stay', 'Quill and Wren Apartments LLC', 'Motion for Relief From Stay'],
    ['Docket Order - Continue (Auto) Ch 13 Petra Quill 1:24-bk-91377', 'Petra Quill', 'Docket Order - Continue (Auto)'],
    [
      'BNC Certificate (341 Meeting (Chapter 13)) 24-90941',
      'Petra Quill',
      'BNC Certificate (341 Meeting (Chapter 13))',
    ],
  ])('%s', (subject, caption, label) => {
    expect(inBankruptcy(subject, caption)).toBe(label);
  });

  it('may name any of several cases', () => {
    expect(
      inBankruptcy('24-90237-JTD 24-92480-JTD Wren Group, I Complaint', 'Wren Group, Inc. v. Gale', 'Wren Group, Inc.'),
    ).toBe('Complaint');
  });

  it('says nothing where nothing is left of it', () => {
    expect(inBankruptcy('Ch-7 24-90617 Petra Quill', 'Petra Quill')).toBeNull();
  });
});

describe('the subject of a district court’s notice', () => {
  const context: SubjectContext = {
    system: 'NEF',
    kind: 'DISTRICT',
    cases: [
      { caption: 'Wren v. Marsh', printedNumber: null },
      { caption: 'Quill et al v. Marsh', printedNumber: null },
    ],
    documents: [],
  };

  it('has the label behind the caption of any of the cases', () => {
    expect(labelOf('FW: Activity in Case 1:21-cv-96610-CM Quill et al v. Marsh Motion', context)).toBe('Motion');
  });

  it('has none without a caption that is known', () => {
    expect(labelOf('Activity in Case 1:21-cv-96610-CM Heron v. Marsh Motion', context)).toBeNull();
    expect(labelOf('Activity in Case 1:21-cv-96610-CM Wren v. Marsh', context)).toBeNull();
  });
});

describe('the subject of an ACMS mail', () => {
  it.each([
    ['Quill v. Marsh 24-9883 - 030 - Notice of Appearance', '30'],
    ['Quill v. Marsh 24-9883 - Citation (28j Letter) - 515663', null],
    ['Quill v. Marsh 24-9884 - 030 - Notice', null],
  ])('%s', (subject, entry) => {
    expect(entryNumberOf(subject, '24-9883')).toBe(entry);
  });

  it('keeps dashes in a label', () => {
    const context: SubjectContext = {
      system: 'ACMS',
      kind: 'APPELLATE',
      cases: [{ caption: null, printedNumber: '24-9883' }],
      documents: [],
    };
    expect(labelOf('Quill v. Marsh 24-9883 - 030 - Order - Show Cause - 515663', context)).toBe('Order - Show Cause');
  });
});
