/** What tests of every room may use. */
export { createEmptyDatabase, createTestDatabase, type TestDatabase } from './test-database.js';
export { createTestDovecot, hasDovecot, type TestDovecot } from './test-dovecot.js';
export { createTestRedis, testStores, type TestRedis, type TestStore } from './test-redis.js';
export { sharedFolder } from './shared-folder.js';
export { serverProgram } from './server-program.js';
export { skipBecause } from './skip-because.js';
export { startTraceCollector, type CollectedSpan, type TraceCollector } from './trace-collector.js';
