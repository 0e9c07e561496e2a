/** A supervised process that behaves as its first argument says. */
import { announceReady, endInTime, exitWithParent, stopSignal } from '@vigil/local-stack';

const [behaviour] = process.argv.slice(2);
exitWithParent();
setInterval(() => undefined, 1_000);

switch (behaviour) {
  case 'serves':
    process.on('SIGTERM', () => {
      console.log('ending in order');
      process.exit(0);
    });
    console.log(`hello from ${process.env.GREETING ?? 'nobody'}`);
    console.error('a warning');
    announceReady({ pid: process.pid });
    break;
  case 'dies-early':
    console.log('no good');
    process.exit(3);
    break;
  case 'dies-later':
    announceReady({ pid: process.pid });
    setTimeout(() => process.exit(4), 200);
    break;
  case 'held-up':
    endInTime(stopSignal(), { withinMs: 300, onLate: () => console.log('later than it should') });
    announceReady({ pid: process.pid });
    break;
  case 'stubborn':
    process.on('SIGTERM', () => undefined);
    announceReady({ pid: process.pid });
    break;
  default:
    throw new Error(`Unknown behaviour ${behaviour}`);
}
