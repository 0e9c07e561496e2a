// Preloaded into a process: as it ends it writes which CommonJS files it has loaded, as the SDK's all are.
const { writeFileSync } = require('node:fs');

process.on('exit', () => writeFileSync(process.env.LOADED_MODULES, JSON.stringify(Object.keys(require.cache))));
