export { credentialsOf, type Credential } from './credentials.js';
export { isLoopback, isOwnAddress } from './loopback.js';
export { readSettings, settingsTable, userAgent, type Settings } from './read-settings.js';
