/** The tutorial of docs/adding-a-source.md, from its first command to the last, in a copy of this clone. */
import { createTestDatabase } from '@vigil/tooling/testing';
import { execFile } from 'node:child_process';
import { createServer } from 'node:http';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';

const root = path.join(import.meta.dirname, '../../..');
const mostLines = 60;

it(
  'an engineer who follows the tutorial has a Source that is proved, in one folder of at most sixty lines',
  { timeout: 300_000 },
  async () => {
    const tutorial = await readFile(path.join(root, 'docs/adding-a-source.md'), 'utf8');
    const definition = /```ts\n([\s\S]*?)```/.exec(tutorial)![1]!;
    expect(definition.split('\n').filter((line) => line.trim() !== '').length).toBeLessThanOrEqual(mostLines);
    const commands = [...tutorial.matchAll(/```bash\n([\s\S]*?)```/g)].flatMap(([, text]) => text!.trim().split('\n'));
    expect(new Set(commands.map((command) => command.split(' ')[3]))).toEqual(
      new Set(['new', 'test', 'check', 'drill', 'try']),
    );

    const clone = await copyOfTheClone();
    const before = await filesOf(path.join(clone, 'packages/sources/src'));
    const { url, drop } = await createTestDatabase();
    onTestFinished(drop);
    const env = {
      PATH: process.env['PATH']!,
      HOME: clone,
      DATABASE_URL: url,
      VIGIL_HOME: path.join(clone, 'home'),
      VIGIL_SIMULATOR_URL: await publisher(),
    };
    const run = (command: string): Promise<{ readonly code: number; readonly out: string }> =>
      new Promise((resolve) => {
        const [, , ...words] = command.split(' ');
        const script = path.join(clone, 'apps/cli/bin/vigil.mjs');
        execFile(process.execPath, [script, ...words], { cwd: clone, env }, (error, stdout, stderr) =>
          resolve({ code: error ? Number(error.code) : 0, out: stdout + stderr }),
        );
      });

    const said: string[] = [];
    for (const [n, command] of commands.entries()) {
      if (n === 1) await writeFile(path.join(clone, 'packages/sources/src/harbour-orders/source.ts'), definition);
      const { code, out } = await run(command);
      said.push(out);
      // Nobody has reviewed the specimen when it is read for the first time.
      expect([command, code, out]).toEqual([command, n === 1 ? 1 : 0, out]);
    }
    const [begun, unreviewed, , checked, drilled, tried] = said as [string, string, string, string, string, string];
    expect(begun).toContain('An RSS feed, “Orders of the day”, 6 items');
    expect(unreviewed).toContain('not reviewed yet');
    expect(checked.match(/PASSED/g)!.length).toBeGreaterThanOrEqual(11);
    expect(drilled).toMatch(/Loud or caught: 100 %.*; 100 % of empty/);
    expect(tried).toContain('ADDED');
    expect(tried).toContain('readers would hear of 6 Changes');
    // Nothing was kept of the trial, and no list was edited but the one that is generated.
    expect((await run('npx vigil timeline')).out).toContain('Nothing is known of that.');
    const after = await filesOf(path.join(clone, 'packages/sources/src'));
    const changed = [...after].filter(([file, text]) => before.get(file) !== text).map(([file]) => file);
    expect(changed.map((file) => file.split(path.sep)[0])).toEqual(
      expect.arrayContaining(['harbour-orders', 'generated']),
    );
    expect(changed.filter((file) => !file.startsWith('harbour-orders'))).toEqual([
      path.join('generated', 'registry.ts'),
    ]);
  },
);

/** What the tutorial needs of a clone in which everything is installed and built: its own packages, and links to the others. */
async function copyOfTheClone(): Promise<string> {
  const clone = await mkdtemp(path.join(tmpdir(), 'vigil-clone-'));
  onTestFinished(() => rm(clone, { recursive: true, force: true }));
  const wanted = (file: string): boolean => !/[\\/](?:node_modules|\.turbo|test)$/.test(file);
  for (const part of ['apps', 'packages'])
    await cp(path.join(root, part), path.join(clone, part), { recursive: true, filter: wanted });
  for (const file of ['package.json', 'tsconfig.base.json']) await cp(path.join(root, file), path.join(clone, file));
  const modules = path.join(clone, 'node_modules');
  await mkdir(path.join(modules, '@vigil'), { recursive: true });
  for (const name of await readdir(path.join(root, 'node_modules')))
    if (name !== '@vigil') await symlink(path.join(root, 'node_modules', name), path.join(modules, name));
  for (const floor of ['apps', 'packages'])
    for (const name of await readdir(path.join(clone, floor))) {
      await symlink(path.join(clone, floor, name), path.join(modules, '@vigil', name));
      const own = path.join(root, floor, name, 'node_modules');
      if (existsSync(own)) await symlink(own, path.join(clone, floor, name, 'node_modules'));
    }
  return clone;
}

/** The invented publisher, at the origin of a simulator. */
async function publisher(): Promise<string> {
  const at = (hoursAgo: number): string => new Date(Date.now() - hoursAgo * 3_600_000).toUTCString();
  const item = (n: number): string =>
    `<item><title>1:26-cv-9000${n} Rivermouth v. Gull: Order ${n}</title><link>https://orders.harbour.example/${n}</link>` +
    `<guid isPermaLink="false">order-${n}</guid><pubDate>${at(n)}</pubDate></item>`;
  const feed = `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0"><channel><title>Orders of the day</title><link>https://orders.harbour.example/</link>
<description>Orders</description><lastBuildDate>${at(0)}</lastBuildDate>
${[1, 2, 3, 4, 5, 6].map(item).join('\n')}
</channel></rss>`;
  const server = createServer((request, response) => {
    const isRules = request.url === '/robots.txt';
    response.writeHead(200, { 'content-type': isRules ? 'text/plain' : 'application/rss+xml' });
    response.end(isRules ? 'User-agent: *\nAllow: /\n' : feed);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => new Promise((resolve) => server.close(() => resolve())));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function filesOf(folder: string): Promise<ReadonlyMap<string, string>> {
  const names = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  return new Map(
    await Promise.all(
      names.map(async ({ parentPath, name }): Promise<[string, string]> => {
        const file = path.join(parentPath, name);
        return [path.relative(folder, file), await readFile(file, 'utf8')];
      }),
    ),
  );
}
