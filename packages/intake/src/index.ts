export { runCheck, type CheckResult } from './run-check.js';
export { importFile, type Imported, type ImportedFile } from './import-file.js';
export type { Rooms } from './rooms.js';
export { tryPage, type TriedPage } from './try-page.js';
export { release, type Released } from './release.js';
export { longestSilence, troublesOf, type Suspect, type Trouble, type TroubleKind } from './troubles.js';
export { examine, type Examined } from './examine.js';
export { rederive, type RederivedTarget, type RederiveRequest } from './rederive.js';
