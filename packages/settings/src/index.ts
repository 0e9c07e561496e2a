export { readSettings, settingsTable, userAgent, type Settings } from './read-settings.js';
