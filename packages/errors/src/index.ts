export { catalogue, type ErrorCode, type ErrorEntry, type ErrorPolicy } from './catalogue.js';
export { asVigilError, VigilError, type ErrorDetails, type VigilErrorOptions } from './vigil-error.js';
