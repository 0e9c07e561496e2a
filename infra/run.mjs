#!/usr/bin/env node
// The commands of the README: `npm run demo`, `npm start` and `npm test`, on a machine that has only Node and npm.
// This file is also read by a Node that is too old, which has to understand it to say so.
import { readFileSync } from 'node:fs';

const { engines } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
const [wanted, got] = [engines.node, process.versions.node].map((text) => text.match(/\d+/g).map(Number));

if (got[0] < wanted[0] || (got[0] === wanted[0] && got[1] < wanted[1])) {
  console.error(`Vigil needs Node ${engines.node}; this is Node ${process.versions.node}. See https://nodejs.org`);
  process.exitCode = 1;
} else {
  void import('./steps/command.mjs').then(({ runCommand }) => runCommand(process.argv.slice(2)));
}
