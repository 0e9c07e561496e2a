import type { MatterKind, Rule } from './rule.js';

/** What a court does, and what that comes to by the kind of thing it is done to. */
export interface Ruling extends Rule {
  /** Forms that name what is ruled upon afterwards (`denying 5 Motion`); `phrases` follow it (`the motion is denied`). */
  readonly active: readonly string[];
  /** Words behind what is ruled upon that change what is done to it (`denying 5 Motion as moot`). */
  readonly modifiers?: readonly string[];
  /**
   * By the matter's kind, a disposition of it, or a whole tag where it holds a dot; `motion` where a motion asks for
   * the matter. A kind that is absent: nothing comes of it.
   */
  readonly does: Readonly<Partial<Record<MatterKind | 'motion', string>>>;
}

const asked = (to: string): Ruling['does'] => ({ motion: to, relief: to, request: to, petition: to });
const partly = 'in part and denied|granted in part';

export const rulings: readonly Ruling[] = [
  {
    id: 'grant',
    about: 'what was asked for is granted; D. Mass. says allowed',
    active: ['granting', 'grants', 'allowing', 'allows', 'approving', 'approves', 'granting and? adopting'],
    phrases: ['granted', 'allowed', 'approved', 'granted without prejudice'],
    does: {
      ...asked('granted'),
      show_cause: 'order_to_show_cause.issued',
      report: 'report_and_recommendation.adopted',
    },
  },
  {
    id: 'deny',
    about: 'what was asked for is refused',
    active: ['denying', 'denies', 'refusing', 'overruling', 'denying with|without prejudice'],
    phrases: ['denied', 'overruled', 'refused'],
    does: { ...asked('denied'), appeal: 'appeal.decided' },
  },
  {
    id: 'deny_as_moot',
    about: 'what was asked for is found moot, and neither granted nor refused',
    active: [
      'denying|finding|terminating as moot',
      'denies|finds|terminates as moot',
      'denying without prejudice as moot',
      'mooting',
      'denying|terminating|finding moot',
    ],
    phrases: [
      'moot',
      'denied|found|terminated|deemed as? moot',
      'denied without prejudice as moot',
      'mooted',
      'rendered moot',
      'denied as being? moot',
    ],
    modifiers: ['as moot', 'as being? moot', 'on moot grounds'],
    does: { ...asked('moot'), case: 'dismissal.moot' },
  },
  {
    id: 'grant_in_part',
    about: 'what was asked for is granted in part',
    active: [
      'granting in part',
      'grants in part',
      'granting|grants in part and denying|denies in part',
      'granting in part denying in part',
      'denying in part and granting in part',
      'denying in part',
      'denies in part',
      'denies in part and grants in part',
    ],
    phrases: [
      'granted in part',
      `granted ${partly} in part`,
      'granted in part denied in part',
      'denied in part',
      'denied in part and granted in part',
      'allowed in part',
      'allowed in part and denied in part',
      'partially|partly granted',
    ],
    modifiers: ['in part'],
    does: asked('granted_in_part'),
  },
  {
    id: 'withdraw',
    about: 'what was asked for is no longer asked for',
    active: ['withdrawing'],
    phrases: ['withdrawn', 'deemed withdrawn', 'voluntarily withdrawn'],
    does: { motion: 'withdrawn' },
  },
  {
    id: 'reserve',
    about: 'the decision is put off',
    active: [
      'reserving ruling? on?',
      'reserves ruling? on?',
      'deferring|defers ruling? on?',
      'holding in abeyance consideration? of?',
    ],
    phrases: ['reserved', 'deferred', 'held in abeyance', 'taken under advisement|submission', 'entered and continued'],
    does: asked('reserved'),
  },
  {
    id: 'issue',
    about: 'an order is made',
    active: ['issuing', 'issues', 'entering', 'enters'],
    phrases: ['issued', 'entered', 'shall issue'],
    does: {
      relief: 'granted',
      petition: 'granted',
      show_cause: 'order_to_show_cause.issued',
      judgment: 'judgment.entered',
    },
  },
  {
    id: 'dissolve',
    about: 'an order ceases; a hearing will not be held',
    active: [
      'vacating',
      'vacates',
      'dissolving',
      'dissolves',
      'lifting',
      'lifts',
      'rescinding',
      'vacating previously entered',
    ],
    phrases: ['vacated', 'dissolved', 'lifted', 'rescinded', 'discharged', 'expired'],
    does: { relief: 'dissolved', hearing: 'hearing.vacated', appeal: 'appeal.decided' },
  },
  {
    id: 'terminate',
    about: 'a case or an order ends; a hearing will not be held',
    active: ['terminating', 'terminates', 'closing', 'closes', 'terminate', 'close', 'administratively closing'],
    phrases: ['terminated', 'closed', 'administratively closed', 'statistically closed'],
    does: { case: 'case.closed', relief: 'dissolved', hearing: 'hearing.vacated' },
  },
  {
    id: 'cancel',
    about: 'a hearing will not be held',
    active: ['canceling', 'cancelling', 'cancels', 'striking', 'strikes', 'continuing generally'],
    phrases: [
      'canceled',
      'cancelled',
      'stricken',
      'continued generally',
      'continued to be reset',
      'on|decided|submitted on the? briefs|papers',
      'taken off calendar',
      'removed from the? calendar',
      'off calendar',
      'will be on the briefs',
    ],
    does: { hearing: 'hearing.vacated' },
  },
  {
    id: 'continue',
    about: 'an order or a deadline is prolonged; a hearing is moved',
    active: ['extending', 'extends', 'continuing', 'continues', 'enlarging', 'postponing', 'adjourning'],
    phrases: ['extended', 'continued', 'enlarged', 'postponed', 'adjourned'],
    does: { relief: 'extended', deadline: 'extension_of_time.granted', hearing: 'hearing.reset' },
  },
  {
    id: 'remain',
    about: 'an order stays in force',
    active: [],
    phrases: [
      'remains in place|effect|force',
      'remain in place|effect|force',
      'remain in full force',
      'remains in full force',
      'continues in effect|force|place',
      'continue in effect|force',
    ],
    does: { relief: 'extended' },
  },
  {
    id: 'reset',
    about: 'a hearing is moved',
    active: ['resetting', 'rescheduling', 'resets', 'reschedules', 'moving', 'advancing'],
    phrases: [
      'continued|adjourned|postponed to|until|from',
      'reset',
      're set',
      'rescheduled',
      'moved',
      'advanced',
      'stricken|canceled|cancelled|vacated and reset|rescheduled',
    ],
    does: {
      hearing: 'hearing.reset',
      motion: 'hearing.reset',
      deadline: 'extension_of_time.granted',
      relief: 'extended',
    },
  },
  {
    id: 'set',
    about: 'a hearing gets its day',
    active: ['setting', 'sets', 'scheduling', 'schedules', 'setting for', 'shall convene|appear|participate'],
    phrases: [
      'set',
      'scheduled',
      'calendared',
      'noticed for',
      'to commence|begin',
      'shall commence',
      'will be held',
      'shall be held',
      'to be held',
      'will take place',
    ],
    does: { hearing: 'hearing.set', motion: 'hearing.set' },
  },
  {
    id: 'hold',
    about: 'a hearing was held',
    active: [],
    phrases: ['held', 'conducted', 'argued', 'was|were held', 'completed'],
    does: { hearing: 'hearing.held' },
  },
  {
    id: 'dismiss',
    about: 'a case, petition, claim or appeal is dismissed',
    active: ['dismissing', 'dismisses'],
    phrases: ['dismissed', 'dismissed with|without prejudice'],
    does: {
      case: 'dismissal.granted',
      claims: 'dismissal.granted',
      petition: 'dismissal.granted',
      appeal: 'appeal.decided dismissal.granted',
    },
  },
  {
    id: 'dismiss_as_moot',
    about: 'a case or petition is dismissed because nothing is left to decide',
    active: ['dismissing|dismisses as moot'],
    phrases: ['dismissed as moot', 'dismissed with|without prejudice as moot'],
    does: {
      motion: 'moot',
      case: 'dismissal.granted',
      claims: 'dismissal.granted',
      petition: 'dismissal.granted habeas.moot',
      appeal: 'appeal.decided dismissal.granted',
    },
  },
  {
    id: 'dismiss_in_part',
    about: 'part of a case is dismissed',
    active: ['dismissing in part', 'partially dismissing'],
    phrases: ['dismissed in part', 'dismissed in part and denied in part', 'denied in part and dismissed in part'],
    does: {
      case: 'dismissal.granted_in_part',
      claims: 'dismissal.granted_in_part',
      petition: 'dismissal.granted_in_part',
      appeal: 'appeal.decided dismissal.granted_in_part',
    },
  },
  {
    id: 'stay',
    about: 'a case, or removal, is stayed',
    active: ['staying', 'stays'],
    phrases: ['stayed'],
    does: { case: 'stay_of_case.granted', deadline: 'stay_of_case.granted', removal: 'stay_of_removal.granted' },
  },
  {
    id: 'reopen',
    about: 'a closed case goes on',
    active: ['reopening', 'reopens', 'reinstating'],
    phrases: ['reopened', 'reinstated'],
    does: { case: 'case.reopened' },
  },
  {
    id: 'remand',
    about: 'a case goes back to another court or an agency',
    active: ['remanding', 'remands'],
    phrases: ['remanded'],
    does: { case: 'case.remanded', claims: 'case.remanded', appeal: 'case.remanded' },
  },
  {
    id: 'transfer',
    about: 'a case goes to another court or division',
    active: ['transferring', 'transfers'],
    phrases: ['transferred', 'transferred out|in'],
    does: { case: 'case.transferred', petition: 'case.transferred' },
  },
  {
    id: 'adopt',
    about: 'a judge makes a recommendation the court’s own',
    active: ['adopting', 'adopts', 'accepting', 'adopting and|or affirming|approving', 'accepting and adopting'],
    phrases: ['adopted', 'accepted', 'adopted and affirmed'],
    does: { report: 'report_and_recommendation.adopted' },
  },
  {
    id: 'decide',
    about: 'an appeal is decided',
    active: ['affirming', 'affirms', 'reversing', 'reverses'],
    phrases: ['affirmed', 'reversed', 'affirmed in part', 'reversed in part'],
    does: { appeal: 'appeal.decided' },
  },
];
