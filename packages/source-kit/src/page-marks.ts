/**
 * What challenge, log-in and maintenance pages are known by, in lower case. Words alone prove nothing, since a
 * docket may speak of them: each list says where on a page it counts.
 */

/** `CHALLENGE`: only a person gets past it (CAPTCHA, firewall, log-in). `MAINTENANCE`: it passes by itself. */
export type PageCondition = 'CHALLENGE' | 'MAINTENANCE';

/** Each mark with the condition that it proves. */
export type Marks = readonly (readonly [PageCondition, RegExp])[];

/** Titles, and headings of short pages, that are the whole message. */
export const titleMarks: Marks = [
  [
    'CHALLENGE',
    /^(?:403 (?:- )?)?(?:access denied|access to this page has been denied|forbidden|request (?:rejected|blocked|unsuccessful))(?:$|[.!]| [-|–])/,
  ],
  ['CHALLENGE', /^(?:just a moment|attention required|checking your browser|one more step|pardon our interruption)\b/],
  ['CHALLENGE', /^(?:security|robot|human|captcha|bot) (?:check|verification|challenge)\b/],
  ['CHALLENGE', /^(?:verify|verifying|confirm|prove) (?:that )?you(?:'re| are)\b.{0,20}\b(?:human|robot)\b/],
  ['CHALLENGE', /^are you (?:a )?(?:human|robot)\b/],
  ['CHALLENGE', /^(?:pacer|(?:nextgen )?cm\/ecf)\b.{0,60}\b(?:log ?in|sign ?in)$/],
  ['MAINTENANCE', /\b(?:down for|under(?:going)?|site|system|server|scheduled) maintenance$/],
  [
    'MAINTENANCE',
    /^maintenance(?: mode| page)?$|^(?:http )?(?:error )?503\b|^(?:503 )?service (?:temporarily )?unavailable$/,
  ],
  [
    'MAINTENANCE',
    /\b(?:system|site|server|cm\/ecf|pacer|website)\b.{0,40}\b(?:temporarily|currently) (?:unavailable|down|offline)\b/,
  ],
];

/** Markup of a page short of text that only firewalls and log-ins write. */
export const machineryMarks: Marks = [
  ['CHALLENGE', /\b_cf_chl_opt\b|\/cdn-cgi\/challenge-platform\/h\/|\bcf-browser-verification\b/],
  [
    'CHALLENGE',
    /\b_incapsula_resource\b|\bincapsula incident id\b|captcha-delivery\.com|\bpx-captcha\b|\bawswafcaptcha\b/,
  ],
  ['CHALLENGE', /errors\.edgesuite\.net|\bsec-if-cpt-container\b/],
  ['CHALLENGE', /\blocation(?:\.href)?\s*=\s*["']https:\/\/pacer\.login\.uscourts\.gov\//],
  ['CHALLENGE', /<meta[^>]{1,200}pacer\.login\.uscourts\.gov/],
];

/** What a page short of text says to the person it stops. */
export const spokenMarks: Marks = [
  [
    'CHALLENGE',
    /\b(?:i'?m not a robot|are you (?:a )?(?:human|robot)|verify (?:that )?you are (?:a )?(?:human|not a robot))\b/,
  ],
  [
    'CHALLENGE',
    /\b(?:complete|solve|enter|invalid) (?:the |a )?captcha\b|\bcaptcha (?:below|challenge|code|provided)\b/,
  ],
  ['CHALLENGE', /\bunusual traffic from your\b|\bautomated (?:access|requests|queries) (?:from|by|to|are|is)\b/],
  ['CHALLENGE', /\byou don'?t have permission to access\b/],
  ['CHALLENGE', /\b(?:pacer|cm\/ecf)\b.{0,400}\b(?:username|user id|login)\b.{0,100}\bpassword\b/],
  [
    'MAINTENANCE',
    /\b(?:system|site|server|service|cm\/ecf|ecf|pacer|website|application)\b.{0,120}\b(?:down for|under|undergoing|performing|scheduled|routine|emergency) (?:(?:scheduled|routine|system|emergency|planned) )?maintenance\b/,
  ],
  [
    'MAINTENANCE',
    /\b(?:system|site|server|service|cm\/ecf|ecf|pacer|website|application)\b.{0,80}\b(?:currently|temporarily) (?:unavailable|down|offline|out of service)\b/,
  ],
];

/** Widgets that ordinary pages carry too, beside a contact form or for a silent score. */
export const widgetMark = /class=["'][^"']{0,100}\b(?:g-recaptcha|h-captcha|cf-turnstile)\b/;
