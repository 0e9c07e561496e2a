import { describe, expect, it } from 'vitest';
import { partyType } from '../src/index.js';

describe('a type of party', () => {
  it.each([
    ['Plaintiff                    ', 'Plaintiff'],
    ['Defendant                (12)', 'Defendant'],
    ['Debtor 1', 'Debtor'],
    ['Debtor in Possession', 'Debtor in Possession'],
    ['3rd Pty Plaintiff', 'Third Party Plaintiff'],
    ['ThirdParty Defendant', 'Third Party Defendant'],
    ['US Trustee', 'U.S. Trustee'],
    ['United States Trustee', 'U.S. Trustee'],
    ['Counter-Defendant', 'Counter Defendant'],
    ['Intervenor Pla', 'Intervenor Plaintiff'],
    ['Plaintiff- Consolidated', 'Consolidated Plaintiff'],
    ['Claims and Noticing Agent', 'Claims and Noticing Agent'],
  ])('has one spelling: %s', (printed, type) => {
    expect(partyType(printed)).toBe(type);
  });
});
