/** Every tag that there is, with what it means. */
import { matters } from './rules/matters.js';

/** A tag for readers: what a query can ask for. */
export interface Tag {
  readonly tag: string;
  readonly about: string;
}

const dispositions = {
  sought: 'a party asks for it now',
  opposed: 'a party opposes a motion for it',
  granted: 'granted',
  granted_in_part: 'granted in part',
  denied: 'denied',
  moot: 'found moot, or denied as moot',
  withdrawn: 'no longer asked for',
  reserved: 'the decision is put off',
  extended: 'what is in force stays in force',
  dissolved: 'vacated, lifted or terminated',
  unknown: 'ruled upon; how, only the full text says',
} as const;
type Disposition = keyof typeof dispositions;

const asked: readonly Disposition[] = [
  'sought',
  'opposed',
  'granted',
  'granted_in_part',
  'denied',
  'moot',
  'withdrawn',
  'reserved',
  'unknown',
];
const inForce: readonly Disposition[] = ['extended', 'dissolved'];

/** Matters whose order is in force until it is extended or dissolved. */
const orders = new Set(['tro', 'preliminary_injunction', 'stay_of_removal', 'stay_of_case']);

const crossed = matters
  .filter(
    ({ kind, tag, id }) =>
      (['relief', 'request', 'petition'].includes(kind) && tag === undefined) || id === 'bond_hearing',
  )
  .flatMap(({ id, about }) =>
    [...asked, ...(orders.has(id) ? inForce : [])].map((one): Tag => ({
      tag: `${id}.${one}`,
      about: `${about}: ${dispositions[one]}`,
    })),
  );

const others: Readonly<Record<string, string>> = {
  'administrative.assignment': 'a case goes to a judge, or to another judge of the court',
  'administrative.clerks_notice': 'a clerk’s notice',
  'administrative.fee': 'a fee was paid',
  'administrative.referral': 'a matter goes to a magistrate judge',
  'administrative.service': 'papers were served',
  'administrative.summons': 'a summons is asked for or issued',
  'administrative.text_correction': 'a clerk voids or corrects an entry: nothing else that it says has happened',
  'appeal.decided': 'an appeal or petition for review is decided',
  'appeal.mandate': 'the mandate of a court of appeals issues',
  'appeal.noticed': 'a party appeals',
  'case.closed': 'a case is closed or terminated',
  'case.opened': 'a case is docketed',
  'case.remanded': 'a case goes back to another court or an agency',
  'case.reopened': 'a closed case goes on',
  'case.transferred': 'a case goes to another court or division',
  'filing.amended_pleading': 'an amended complaint, petition or answer',
  'filing.answer_or_return': 'an answer to a complaint, or a return to a petition',
  'filing.complaint': 'a complaint',
  'filing.declaration': 'a declaration or affidavit',
  'filing.petition': 'a petition',
  'filing.proposed_order': 'an order that a party would like',
  'filing.reply': 'a reply',
  'filing.status_report': 'a report of the state of a case',
  'filing.stipulation': 'what parties agree upon',
  'hearing.held': 'a hearing was held',
  'hearing.reset': 'a hearing is moved',
  'hearing.set': 'a hearing gets its day',
  'hearing.vacated': 'a hearing will not be held',
  'judgment.entered': 'a judgment is entered',
  'no_removal.granted': 'a court orders a person not to be removed from the country',
  'no_transfer.granted': 'a court orders a person not to be moved',
  'notice.appearance': 'counsel appears',
  'notice.change_of_address': 'an address changes',
  'notice.supplemental_authority': 'authority that came later',
  'order_to_show_cause.issued': 'someone has to show cause',
  'report_and_recommendation.adopted': 'a judge makes a recommendation the court’s own',
  'report_and_recommendation.issued': 'a magistrate judge recommends; nothing has happened yet',
};

const permission = asked.map((one): Tag => ({
  tag: `appeal.${one}`,
  about: `permission to appeal: ${dispositions[one]}`,
}));
/** In the order of their names. */
export const tags: readonly Tag[] = [
  ...crossed,
  ...permission,
  ...Object.entries(others).map(([tag, about]) => ({ tag, about })),
].toSorted((a, b) => (a.tag < b.tag ? -1 : 1));
