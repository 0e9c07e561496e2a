// Compares prisma/schema.prisma with what the migrations build, in a shadow database of the server at DATABASE_URL,
// or of a throwaway one. Exits 2 on a difference.
import { startThrowawayPostgres } from '@vigil/local-stack';
import { spawnSync } from 'node:child_process';

const given = process.env['DATABASE_URL'];
const server = given === undefined ? await startThrowawayPostgres() : { url: given, stop: async () => {} };
const prisma = [
  'prisma',
  'migrate',
  'diff',
  '--from-migrations',
  'prisma/migrations',
  '--to-schema',
  'prisma/schema.prisma',
  '--exit-code',
];
const { status } = spawnSync('npx', prisma, { stdio: 'inherit', env: { ...process.env, DATABASE_URL: server.url } });
await server.stop();
process.exit(status ?? 1);
