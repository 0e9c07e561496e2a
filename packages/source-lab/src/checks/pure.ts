/** Work in a world without a clock, chance or a network, and in other zones. */

/** Runs work in a world in which it is `now` (milliseconds since 1970), chance says `chance`, and there is no network. */
export function inWorld<T>({ now, chance }: { readonly now: number; readonly chance: number }, work: () => T): T {
  const { Date: RealDate, fetch } = globalThis;
  const { random } = Math;
  class FixedDate extends RealDate {
    public constructor(...args: readonly unknown[]) {
      super(...((args.length === 0 ? [now] : args) as [number]));
    }
    public static override now = (): number => now;
  }
  const noNetwork = (): never => {
    throw new TypeError('reading a page must not ask the network');
  };
  Object.assign(globalThis, { Date: FixedDate, fetch: noNetwork });
  Math.random = () => chance;
  try {
    return work();
  } finally {
    Object.assign(globalThis, { Date: RealDate, fetch });
    Math.random = random;
  }
}

/** Runs work as on a machine of that zone. */
export function inZone<T>(zone: string, work: () => T): T {
  const before = process.env['TZ'];
  process.env['TZ'] = zone;
  try {
    return work();
  } finally {
    if (before === undefined) delete process.env['TZ'];
    else process.env['TZ'] = before;
  }
}
