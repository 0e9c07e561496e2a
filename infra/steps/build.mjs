import { patiently, report } from './progress.mjs';
import { runQuietly } from './run-node.mjs';

const TURBO = ['node_modules/turbo/bin/turbo', 'run', 'build', '--ui=stream', '--output-logs=new-only'];

/** Builds what changed since the last build; says nothing when nothing did. */
export async function build() {
  let begun = false;
  const onLine = (line) => {
    const [, task] = /^(\S+:\S+): cache miss/.exec(line) ?? [];
    if (task === undefined) return;
    if (!begun) report('Building');
    begun = true;
    report(`  ${task}`);
  };
  const env = { TURBO_TELEMETRY_DISABLED: '1' };
  await patiently('building', () => runQuietly('The build', TURBO, { env, onLine, excerpt: ofFailedTasks }));
}

/** Of all that turbo printed, what the failed tasks said. */
function ofFailedTasks(lines) {
  const failed = lines.flatMap((line) => /^Failed:\s+(.*)$/.exec(line)?.[1].split(/,\s*/) ?? []);
  const theirs = lines.filter((line) => failed.some((task) => line.startsWith(`${task.replace('#', ':')}: `)));
  return theirs.length > 0 ? theirs : lines;
}
