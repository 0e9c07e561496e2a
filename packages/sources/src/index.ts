export { beatAt, canaryOf } from './canary/beat.js';
export { sources } from './generated/registry.js';
export { sourceById } from './source-by-id.js';
