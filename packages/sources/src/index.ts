export { sources } from './generated/registry.js';
export { sourceById } from './source-by-id.js';
