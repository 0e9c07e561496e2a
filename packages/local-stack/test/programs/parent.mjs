/** Supervises two processes, tells their numbers, and ends when it is asked to. */
import { fileURLToPath } from 'node:url';
import { stopSignal, superviseProcesses } from '@vigil/local-stack';

const script = fileURLToPath(new URL('child.mjs', import.meta.url));
const specs = process.argv.slice(2).map((behaviour, index) => ({ name: `child-${index}`, script, args: [behaviour] }));
const onLine = (line) => console.log(line);
const { ready, ended } = await superviseProcesses(specs, { onLine, onExit: () => undefined, until: stopSignal() });
process.send([...ready.values()].map(({ pid }) => pid));
await ended;
process.disconnect();
