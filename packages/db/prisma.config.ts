import path from 'node:path';
import { defineConfig } from 'prisma/config';

// Prisma's CLI downloads a native schema engine before every command. Ours is the same engine from the package
// registry, compiled to WebAssembly. PRISMA_NATIVE_ENGINE=1, and Windows (no scripts as executables), use Prisma's own.
if (process.env['PRISMA_NATIVE_ENGINE'] !== '1' && process.platform !== 'win32') {
  process.env['PRISMA_SCHEMA_ENGINE_BINARY'] ??= path.join(import.meta.dirname, 'schema-engine/schema-engine.mjs');
}
process.env['CHECKPOINT_DISABLE'] ??= '1';

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  // `generate` and `validate` need no database; the other commands are given DATABASE_URL.
  datasource: { url: process.env['DATABASE_URL'] ?? 'postgresql://unset:unset@127.0.0.1:1/unset' },
});
