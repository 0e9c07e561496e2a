// Sets this process's clock off by as many milliseconds as SKEW_MS says: node --import skewed-clock.mjs main.js
const off = Number(process.env.SKEW_MS);
const Real = Date;
globalThis.Date = class Date extends Real {
  constructor(...args) {
    if (args.length === 0) super(Real.now() + off);
    else super(...args);
  }
  static now() {
    return Real.now() + off;
  }
};
