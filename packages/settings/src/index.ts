export { credentialsOf, type Credential } from './credentials.js';
export { isLoopback, isOwnAddress } from './loopback.js';
export { mailAccountOf, type MailAccount } from './mail-account.js';
export type { MailAddress } from './mail-address.js';
export { readSettings, settingsTable, userAgent, type Settings } from './read-settings.js';
