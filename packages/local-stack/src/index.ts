export { freePort } from './free-port.js';
export { startPostgres, type RunningPostgres, type StartPostgresOptions } from './postgres/start-postgres.js';
export { startThrowawayPostgres, type ThrowawayOptions } from './postgres/throwaway-postgres.js';
export type { ProcessExit, ProcessSpec } from './processes/child.js';
export { endInTime, type EndInTimeOptions } from './processes/end-in-time.js';
export { exitWithParent } from './processes/exit-with-parent.js';
export { announceReady, type ReadyMessage } from './processes/ready-message.js';
export { stopSignal, whenAborted } from './processes/stop-signal.js';
export { superviseProcesses, type Supervision, type SupervisionOptions } from './processes/supervise-processes.js';
