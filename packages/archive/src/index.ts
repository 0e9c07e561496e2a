export { openArchive, type Archive, type ArchiveOptions, type Stored } from './archive.js';
export { loadArchiveKey } from './archive-key.js';
