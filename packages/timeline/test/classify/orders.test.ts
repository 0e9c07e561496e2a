import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ordersOf, readDeadlines, standingOn, type Order, type OrderEntry } from '../../src/index.js';

const entry = (on: string, tags: string, text = ''): OrderEntry => ({
  eventId: `event ${on}`,
  position: on,
  on,
  tags: tags.split(' '),
  text,
  deadlines: readDeadlines(text, { filedOn: on, zone: 'America/New_York' }),
});
const orders = (...entries: readonly OrderEntry[]): readonly Order[] => ordersOf(entries);

describe('a temporary restraining order', () => {
  it('ends fourteen days after its entry, unless it is extended', () => {
    const [tro] = orders(entry('2020-03-02', 'tro.granted', 'ORDER GRANTING 2 Motion for TRO.'));
    expect(tro).toMatchObject({
      begin: '2020-03-02',
      end: { date: '2020-03-16', reason: 'RULE_65_B_2', isUnlessExtended: true },
    });
    const on = (day: string): string => standingOn(tro!, day);
    expect(['2020-03-01', '2020-03-02', '2020-03-16', '2020-03-17'].map(on)).toEqual([
      'NOT_YET',
      'IN_FORCE',
      'IN_FORCE',
      'EXPIRED_UNLESS_EXTENDED',
    ]);
  });

  it('ends when the court says', () => {
    const text = 'ORDER GRANTING TRO. The TRO remains in effect until March 10, 2020. Response due by 3/20/2020.';
    expect(orders(entry('2020-03-02', 'tro.granted', text))[0]!.end).toEqual({
      date: '2020-03-10',
      reason: 'STATED',
      isUnlessExtended: true,
    });
  });

  it('is extended for as long, or to the day that is told', () => {
    const granted = entry('2020-03-02', 'tro.granted');
    expect(orders(granted, entry('2020-03-12', 'tro.extended'))).toMatchObject([
      { end: { date: '2020-03-30' }, basis: ['event 2020-03-02', 'event 2020-03-12'] },
    ]);
    expect(
      orders(granted, entry('2020-03-12', 'tro.extended', 'ORDER extending 14 TRO through 4/15/2020'))[0]!.end,
    ).toMatchObject({ date: '2020-04-15', reason: 'STATED' });
  });

  it('whose extension alone is known has no beginning', () => {
    expect(orders(entry('2020-03-12', 'tro.extended'))).toMatchObject([
      { kind: 'tro', begin: null, end: { date: '2020-03-26' } },
    ]);
  });

  it.each([
    ['tro.dissolved', 'DISSOLVED'],
    ['preliminary_injunction.granted', 'SUPERSEDED'],
    ['preliminary_injunction.denied', 'DENIED'],
    ['dismissal.granted', 'DISMISSAL'],
    ['case.closed', 'CASE_CLOSED'],
    ['tro.moot', 'MOOT'],
  ])('ends with %s', (tag, reason) => {
    const [tro] = orders(entry('2020-03-02', 'tro.granted'), entry('2020-03-09', tag));
    expect(tro!.end).toEqual({ date: '2020-03-09', reason, isUnlessExtended: false });
    expect(standingOn(tro!, '2020-03-08')).toBe('IN_FORCE');
    expect(standingOn(tro!, '2020-03-09')).toBe('ENDED');
  });

  it('that time had ended is not ended again', () => {
    const [tro] = orders(entry('2020-03-02', 'tro.granted'), entry('2020-06-01', 'case.closed'));
    expect(tro!.end).toMatchObject({ date: '2020-03-16', reason: 'RULE_65_B_2' });
  });

  it('takes its order not to remove with it, but not one until further order', () => {
    const tags = 'tro.granted no_removal.granted';
    const [removal] = orders(
      entry('2020-03-02', tags, 'Respondents shall not remove Petitioner.'),
      entry('2020-03-09', 'tro.dissolved'),
    );
    expect(removal).toMatchObject({ kind: 'no_removal', end: { date: '2020-03-09', reason: 'DISSOLVED' } });
    const text = 'Respondents shall not remove Petitioner pending further order of this Court.';
    expect(orders(entry('2020-03-02', tags, text))[0]).toMatchObject({ kind: 'no_removal', end: null });
  });
});

describe('other orders', () => {
  it('bind until the court says otherwise', () => {
    const [order] = orders(entry('2020-03-02', 'no_transfer.granted'));
    expect(order).toMatchObject({ kind: 'no_transfer', begin: '2020-03-02', end: null });
    expect(standingOn(order!, '2029-01-01')).toBe('IN_FORCE');
  });

  it.each([
    ['stay_of_removal.denied', 'DENIED'],
    ['appeal.mandate', 'MANDATE'],
    ['stay_of_removal.dissolved', 'DISSOLVED'],
  ])('a stay of removal ends with %s', (tag, reason) => {
    expect(orders(entry('2020-03-02', 'stay_of_removal.granted'), entry('2020-05-01', tag))[0]!.end).toMatchObject({
      date: '2020-05-01',
      reason,
    });
  });

  it('release and a bond hearing are due, and outlive the Case', () => {
    const text =
      'ORDER GRANTING Petition. Respondents shall provide a bond hearing within seven (7) days or release Petitioner.';
    const [bond] = orders(
      entry('2020-03-02', 'bond_hearing.granted habeas.granted case.closed', text),
      entry('2020-03-03', 'case.closed'),
    );
    expect(bond).toMatchObject({ kind: 'bond_hearing', due: { date: '2020-03-09', time: null }, end: null });
    const release = 'Respondents shall release Petitioner no later than 5:00 p.m. on 3/4/2020.';
    expect(orders(entry('2020-03-02', 'release.granted', release))[0]!.due).toEqual({
      date: '2020-03-04',
      time: '17:00',
    });
  });

  it('that a judgment itself makes do not fall with the Case that it closes', () => {
    expect(orders(entry('2020-03-02', 'no_removal.granted case.closed'))[0]!.end).toBeNull();
  });

  it('say who is bound and who is protected', () => {
    const parties = (text: string): unknown => {
      const [order] = orders(entry('2020-03-02', 'no_removal.granted', text));
      return [order!.binds, order!.protects];
    };
    expect(parties('ORDER. Respondents are ENJOINED from removing Petitioner from the United States.')).toEqual([
      'Respondents',
      'Petitioner',
    ]);
    expect(parties('Defendants are RESTRAINED from removing class members.')).toEqual(['Defendants', 'class members']);
    expect(parties('Removal is stayed.')).toEqual([null, null]);
  });
});

it('orders are the same in whatever order the entries come, and however often', () => {
  const tag = fc.constantFrom(
    ...(
      'tro.granted tro.extended tro.dissolved no_removal.granted stay_of_removal.granted stay_of_removal.denied ' +
      'preliminary_injunction.granted appeal.mandate dismissal.granted case.closed bond_hearing.granted'
    ).split(' '),
  );
  const all = fc
    .array(fc.uniqueArray(tag, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 8 })
    .map((list) =>
      list.map((tags, index) => entry(`2020-03-${String(2 + index * 3).padStart(2, '0')}`, tags.join(' '))),
    );
  fc.assert(
    fc.property(
      all.chain((entries) =>
        fc.tuple(fc.constant(entries), fc.shuffledSubarray([...entries, ...entries], { minLength: entries.length })),
      ),
      ([entries, some]) => {
        const expected = ordersOf(entries);
        expect(ordersOf([...some, ...entries])).toEqual(expected);
        for (const { begin, end, basis } of expected) {
          expect(basis.length).toBeGreaterThan(0);
          expect(begin === null || end === null || end.date >= begin).toBe(true);
        }
      },
    ),
  );
});
