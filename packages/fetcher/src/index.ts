export { systemClock, type Clock } from './clock.js';
export { assertOk } from './assert-ok.js';
export type { Fetched, Validators } from './fetched.js';
export { createFetcher, type Fetcher, type FetcherOptions, type FetchRequest } from './fetcher.js';
export type { Credential } from './credential.js';
export type { Budget, GateState, GateStep, Trouble } from './gate-state.js';
export { createMemoryGateStore, type GateStore, type RobotsText } from './gate-store.js';
export { createHostGate, type GateWait, type HostGate, type HostGateOptions } from './host-gate.js';
export { defaultLimits, type Limits } from './limits.js';
