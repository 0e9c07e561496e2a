import { VigilError } from '@vigil/errors';
import type { Fault, FaultPlan } from './fault.js';

/** Which host has which fault now. */
export class FaultRegister {
  readonly #hosts: ReadonlySet<string>;
  readonly #faults = new Map<string, { readonly fault: Fault; left: number }>();

  constructor(hosts: Iterable<string>, plan: FaultPlan) {
    this.#hosts = new Set(hosts);
    for (const [host, fault] of Object.entries(plan)) this.set(host, fault);
  }

  /** Gives a host a fault in place of the one it had; null takes it away. Throws BAD_INPUT for a host not served. */
  set(host: string, fault: Fault | null): void {
    if (!this.#hosts.has(host)) {
      throw new VigilError('BAD_INPUT', `No fault for ${host}: served are ${[...this.#hosts].join(', ')}`);
    }
    if (fault === null) this.#faults.delete(host);
    else this.#faults.set(host, { fault, left: fault.times ?? Infinity });
  }

  /** The fault that the next request has to bear; counts it. */
  take(host: string, asked: 'robots' | 'page'): Fault | null {
    const held = this.#faults.get(host);
    if (held === undefined || (held.fault.kind === 'robots') !== (asked === 'robots')) return null;
    held.left -= 1;
    if (held.left <= 0) this.#faults.delete(host);
    return held.fault;
  }
}
