import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';

const CHECK = fileURLToPath(new URL('../check-imports.mjs', import.meta.url));

/** A sound house of three rooms: file to text. */
const SOUND: Readonly<Record<string, string>> = {
  'package.json': '{ "devDependencies": { "vitest": "4.1.12" } }',
  'packages/errors/package.json': '{ "name": "@vigil/errors" }',
  'packages/errors/src/index.ts': "export * from './one.js';\n",
  'packages/timeline/package.json': `{
    "name": "@vigil/timeline",
    "dependencies": { "@vigil/errors": "*", "luxon": "3.7.2" },
    "devDependencies": { "@vigil/tooling": "*" }
  }`,
  'packages/timeline/src/index.ts': `import { readFile } from 'node:fs/promises';
    import { DateTime } from 'luxon';
    import type { VigilError } from '@vigil/errors';
    // import { nothing } from '@vigil/gateway';
    /** For example: import { merge } from '@vigil/intake'; */
    const text = "import x from 'not-code'";`,
  'packages/timeline/test/one.test.ts': `import { it } from 'vitest';
    import { createTestDatabase } from '@vigil/tooling/testing';
    import { merge } from '@vigil/timeline';
    import '../src/index.js';`,
  'apps/gateway/package.json': '{ "name": "@vigil/gateway", "dependencies": { "@vigil/timeline": "*" } }',
  'apps/gateway/src/index.ts': "import {\n  merge,\n} from '@vigil/timeline';\n",
};

function check(changes: Readonly<Record<string, string>>): { violations: string[]; status: number | null } {
  const root = mkdtempSync(join(tmpdir(), 'vigil-imports-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  for (const [file, text] of Object.entries({ ...SOUND, ...changes })) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
  const { stderr, status } = spawnSync(process.execPath, [CHECK, root], { encoding: 'utf8' });
  return { violations: stderr.split('\n').filter((line) => line !== ''), status };
}

const manifest = (name: string, dependencies: object, devDependencies: object = {}): string =>
  JSON.stringify({ name, dependencies, devDependencies }, undefined, 2);

describe('the import check', () => {
  it('finds nothing in a sound house, whatever its comments show', () => {
    expect(check({})).toEqual({ violations: [], status: 0 });
  });

  it.each<[string, Readonly<Record<string, string>>, string[]]>([
    [
      'an import of a room above',
      {
        'packages/errors/package.json': manifest('@vigil/errors', { '@vigil/timeline': '*' }),
        'packages/errors/src/one.ts': "\nimport {\n  merge,\n} from '@vigil/timeline';\n",
      },
      [
        'packages/errors/package.json:4 @vigil/errors must not import @vigil/timeline, which is above it',
        'packages/errors/src/one.ts:4 @vigil/errors must not import @vigil/timeline, which is above it',
      ],
    ],
    [
      'an import of a room beside, of its types only',
      {
        'packages/dockets/package.json': manifest('@vigil/dockets', { '@vigil/timeline': '*' }),
        'packages/dockets/src/one.ts': "type Event = import('@vigil/timeline').Event;\n",
      },
      [
        'packages/dockets/package.json:4 @vigil/dockets must not import @vigil/timeline, which is beside it',
        'packages/dockets/src/one.ts:1 @vigil/dockets must not import @vigil/timeline, which is beside it',
      ],
    ],
    [
      'an import past the front door',
      { 'apps/gateway/src/two.ts': "export { group } from '@vigil/timeline/dist/group.js';\n" },
      ['apps/gateway/src/two.ts:1 @vigil/timeline/dist/group.js goes past the front door of @vigil/timeline'],
    ],
    [
      'a path that leaves the package',
      { 'apps/gateway/test/two.test.ts': "const two = await import('../../../packages/timeline/src/index.js');\n" },
      ['apps/gateway/test/two.test.ts:1 ../../../packages/timeline/src/index.js leaves the package'],
    ],
    [
      'a room that is imported and not declared',
      { 'apps/gateway/src/two.ts': "import '@vigil/errors';\n" },
      ['apps/gateway/src/two.ts:1 @vigil/errors is not declared in dependencies'],
    ],
    [
      'a library that is imported and not declared',
      { 'apps/gateway/src/two.ts': "const { DateTime } = require('luxon');\n" },
      ['apps/gateway/src/two.ts:1 luxon is not declared in dependencies'],
    ],
    [
      'a room that is declared and not imported',
      { 'apps/gateway/src/index.ts': '' },
      ['apps/gateway/package.json:1 @vigil/timeline is declared and not imported by src'],
    ],
    [
      'what only tests may use, in src',
      { 'packages/timeline/src/two.ts': "import { sharedFolder } from '@vigil/tooling/testing';\n" },
      ['packages/timeline/src/two.ts:1 @vigil/tooling is for development only'],
    ],
    [
      'a room on no floor',
      { 'packages/cellar/package.json': manifest('@vigil/cellar', {}) },
      ['packages/cellar/package.json:1 @vigil/cellar is on no floor of check-imports.mjs'],
    ],
  ])('finds %s', (_kind, changes, expected) => {
    const { violations, status } = check(changes);
    for (const line of expected) expect(violations).toContain(line);
    expect(status).toBe(1);
  });
});
