/** What can be proved of the files for servers on a machine that has none of those servers. */
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join, matchesGlob } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { parse } from 'yaml';

const infra = fileURLToPath(new URL('..', import.meta.url));
const repository = join(infra, '..');
const read = (file) => readFileSync(join(repository, file), 'utf8');
const readYaml = (file) => parse(read(file), { merge: true });
const manifest = JSON.parse(read('package.json'));

/** Skips a test by a printed reason where a program of this machine is missing. */
function needs(context, works, reason) {
  if (works) return;
  console.log(`skipped: ${reason}`);
  context.skip(reason);
}

const runs = (command, ...args) => spawnSync(command, args, { encoding: 'utf8' }).status === 0;

describe('the Dockerfile', () => {
  const dockerfile = read('infra/Dockerfile');
  const copies = [...dockerfile.matchAll(/^COPY (?:--from=(\w+) )?(\S+) (\S+)$/gm)];

  it.each(['scraper', 'gateway'])(
    'copies only what is there after turbo prune of the %s',
    { timeout: 120_000 },
    (app) => {
      const folder = mkdtempSync(join(tmpdir(), 'vigil-prune-'));
      onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
      const pruned = spawnSync(
        process.execPath,
        [join(repository, 'node_modules/turbo/bin/turbo'), 'prune', `@vigil/${app}`, '--docker', '--out-dir', folder],
        { cwd: repository, encoding: 'utf8', env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1' } },
      );
      expect(pruned.stderr + pruned.stdout).not.toContain('ERROR');
      const fromPruned = copies
        .filter(([, from]) => from === 'pruned')
        .map(([, , path]) => path.replace('/house/', ''));
      expect(fromPruned).toHaveLength(4);
      const placeOf = (path) =>
        path.startsWith('out/') ? join(folder, path.slice('out/'.length)) : join(repository, path);
      expect(fromPruned.filter((path) => !existsSync(placeOf(path)))).toEqual([]);
      expect(existsSync(join(folder, 'full', 'apps', app, 'package.json'))).toBe(true);
      expect(existsSync(join(folder, 'json', 'package-lock.json'))).toBe(true);
    },
  );

  it('gives each package every file that its tsconfig extends', () => {
    const copied = copies.map(([, , path]) => path.replace('/house/', ''));
    const outside = ['packages', 'apps'].flatMap((floor) =>
      readdirSync(join(repository, floor)).flatMap((room) => {
        const file = join(floor, room, 'tsconfig.json');
        if (!existsSync(join(repository, file))) return [];
        const [, target] = /"extends": "\.\.\/\.\.\/([^"]+)"/.exec(read(file)) ?? [];
        return target === undefined ? [] : [target];
      }),
    );
    expect(outside.length).toBeGreaterThan(10);
    for (const file of new Set(outside)) expect(copied).toContain(file);
  });

  it('prunes with the turbo of the repository, on the oldest Node that is supported', () => {
    expect(dockerfile).toContain(`turbo@${manifest.devDependencies.turbo} prune`);
    const [major] = /\d+/.exec(manifest.engines.node);
    const images = [...dockerfile.matchAll(/^FROM (\S+)/gm)].map(([, image]) => image);
    expect(new Set(images)).toEqual(new Set([`node:${major}-slim`]));
  });

  it('is given every file that the repository keeps under apps and packages', (context) => {
    const { status, stdout } = spawnSync('git', ['ls-files', 'apps', 'packages'], {
      cwd: repository,
      encoding: 'utf8',
    });
    needs(context, status === 0, 'this is no clone');
    const patterns = read('infra/Dockerfile.dockerignore')
      .trim()
      .split('\n')
      .map((line) => [line, `${line}/**`]);
    const ignored = stdout
      .trim()
      .split('\n')
      .filter((file) => patterns.flat().some((pattern) => matchesGlob(file, pattern)));
    expect(ignored).toEqual([]);
  });

  it('does not run as root, and keeps secrets and builds of this machine out', () => {
    expect(dockerfile).toMatch(/^USER node$/m);
    const ignored = read('infra/Dockerfile.dockerignore').split('\n');
    expect(ignored).toEqual(expect.arrayContaining(['.git', '.vigil', '**/node_modules', '**/dist', '**/*.env']));
  });
});

describe('the health check of the image', () => {
  const check = async (port) => {
    const child = spawn(process.execPath, [join(infra, 'health-check.mjs')], {
      env: { APP: 'gateway', VIGIL_PORT: String(port) },
      stdio: 'ignore',
    });
    const [code] = await once(child, 'close');
    return code;
  };

  it('ends well only where the app answers that it is alive', async () => {
    let status = 200;
    const server = createServer((request, response) => {
      response.statusCode = request.url === '/healthz' ? status : 404;
      response.end();
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address();
    expect(await check(port)).toBe(0);
    status = 503;
    expect(await check(port)).toBe(1);
    server.close();
    server.closeAllConnections();
    expect(await check(port)).toBe(1);
  });
});

describe('compose.yaml', () => {
  it('publishes on loopback only, and builds from files that are there', () => {
    const { services, volumes } = readYaml('infra/compose.yaml');
    expect(Object.keys(services)).toEqual(['postgres', 'valkey', 'scraper', 'gateway']);
    for (const [name, service] of Object.entries(services)) {
      for (const port of service.ports ?? []) expect(port).toMatch(/^127\.0\.0\.1:/);
      for (const volume of service.volumes ?? []) expect(volumes).toHaveProperty(volume.split(':')[0]);
      if (['postgres', 'valkey'].includes(name)) continue;
      expect(service).toMatchObject({ network_mode: 'host', read_only: true, build: { args: { APP: name } } });
      expect(existsSync(join(infra, service.build.context, service.build.dockerfile))).toBe(true);
      expect(service.environment.DATABASE_URL).toContain(`@${services.postgres.ports[0].replace(/:\d+$/, '')}/`);
      expect(service.environment.REDIS_URL).toBe(`redis://${services.valkey.ports[0].replace(/:\d+$/, '')}`);
      expect(service.depends_on).toEqual({
        postgres: { condition: 'service_healthy' },
        valkey: { condition: 'service_healthy' },
      });
    }
  });

  it('starts Valkey with options that lose no job, and that a server takes', (context) => {
    const { command } = readYaml('infra/compose.yaml').services.valkey;
    expect(command.join(' ')).toBe('valkey-server --maxmemory-policy noeviction --appendonly yes');
    const server = ['valkey-server', 'redis-server'].find((name) => runs(name, '--version'));
    needs(context, server !== undefined, 'this machine has neither valkey-server nor redis-server');
    const folder = mkdtempSync(join(tmpdir(), 'vigil-valkey-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const socket = join(folder, 'socket');
    const own = ['--port', '0', '--unixsocket', socket, '--dir', folder];
    const child = spawn(server, [...command.slice(1), ...own], { stdio: ['ignore', 'pipe', 'inherit'] });
    onTestFinished(() => void child.kill('SIGKILL'));
    return new Promise((resolve, reject) => {
      child.stdout.on('data', (data) => String(data).includes('eady to accept connections') && resolve());
      child.once('exit', () => reject(new Error('the server did not start')));
    });
  });

  it('sets only settings that there are, and asks for those of the example', async () => {
    const { settingsTable } = await import('@vigil/settings');
    const { services } = readYaml('infra/compose.yaml');
    const example = [...read('infra/vigil.env.example').matchAll(/^(\w+)=/gm)].map(([, name]) => name);
    for (const { environment } of [services.scraper, services.gateway])
      for (const name of Object.keys(environment)) expect(settingsTable).toHaveProperty(name);
    const asked = [...read('infra/compose.yaml').matchAll(/\$\{(\w+)/g)].map(([, name]) => name);
    expect(new Set(asked)).toEqual(new Set(example));
    for (const [, name] of read('infra/Dockerfile').matchAll(/(VIGIL_\w+)=/g))
      expect(settingsTable).toHaveProperty(name);
  });

  it('is read by docker compose', (context) => {
    needs(context, runs('docker', 'compose', 'version'), 'this machine has no docker compose');
    const { status, stderr } = spawnSync(
      'docker',
      ['compose', '-f', join(infra, 'compose.yaml'), 'config', '--quiet'],
      {
        encoding: 'utf8',
        env: { ...process.env, POSTGRES_PASSWORD: 'secret', VIGIL_CONTACT: 'mailto:operator@example.org' },
      },
    );
    expect([status, stderr]).toEqual([0, '']);
  });
});

describe('the systemd unit', () => {
  const unit = read('infra/systemd/vigil.service');

  it('starts a file that is there, with settings that there are', async () => {
    const [, script] = /^ExecStart=\/usr\/bin\/env node (\S+) start$/m.exec(unit);
    expect(existsSync(join(repository, script))).toBe(true);
    const { settingsTable } = await import('@vigil/settings');
    for (const [, name] of unit.matchAll(/[ =](VIGIL_\w+)=/g)) expect(settingsTable).toHaveProperty(name);
  });

  it('is accepted by systemd-analyze', (context) => {
    needs(context, runs('systemd-analyze', '--version'), 'this machine has no systemd-analyze');
    const folder = mkdtempSync(join(tmpdir(), 'vigil-unit-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const file = join(folder, 'vigil.service');
    cpSync(join(infra, 'systemd/vigil.service'), file);
    const { stdout, stderr } = spawnSync('systemd-analyze', ['verify', '--man=no', file], { encoding: 'utf8' });
    // Units of the system itself may have faults too: only what is said of ours counts.
    expect((stdout + stderr).split('\n').filter((line) => line.includes('vigil'))).toEqual([]);
  });
});

describe('what is measured', () => {
  const sources = ['gateway', 'scraper'].flatMap((app) => {
    const folder = join('apps', app, 'src', 'health');
    return readdirSync(join(repository, folder)).map((file) => read(join(folder, file)));
  });
  const measured = new Set(
    sources.flatMap((text) => [...text.matchAll(/name: '(vigil_\w+)'/g)].map(([, name]) => name)),
  );

  it('is all on the Grafana dashboard, which asks for nothing else', () => {
    const { panels, uid } = JSON.parse(read('infra/grafana/vigil.json'));
    expect(uid).toBe('vigil');
    const asked = panels.flatMap(({ targets }) =>
      targets.flatMap(({ expr }) => [...expr.matchAll(/vigil_\w+/g)].map(([name]) => name.replace(/_bucket$/, ''))),
    );
    expect(new Set(asked)).toEqual(measured);
    expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
  });

  it('is scraped where the gateway, and the scraper of the unit and the image, listen', () => {
    const { scrape_configs: jobs } = readYaml('infra/prometheus/prometheus.yml');
    const targets = jobs.flatMap(({ static_configs: [config] }) => config.targets);
    const portOf = (name, file) => new RegExp(`${name}=(\\d+)`).exec(read(file))[1];
    expect(targets).toEqual([
      `127.0.0.1:${portOf('VIGIL_PORT', 'infra/Dockerfile')}`,
      `127.0.0.1:${portOf('VIGIL_SCRAPER_PORT', 'infra/Dockerfile')}`,
    ]);
    expect(portOf('VIGIL_SCRAPER_PORT', 'infra/systemd/vigil.service')).toBe(targets[1].split(':')[1]);
  });
});
