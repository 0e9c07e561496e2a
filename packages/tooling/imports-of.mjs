/** Reads the imports of a TypeScript or JavaScript file: static and dynamic, of types too, re-exports and `require`. */

/** @typedef {{ specifier: string, line: number }} Import */

/** Each string of the code stands here as its number between quotes. */
const PATTERNS = [
  // import x from 'a' · import type { x } from 'a' · export * from 'a'
  /\b(?:import|export)\b[\w\s{},*$]*?\bfrom\s*"(\d+)"/g,
  // import 'a'
  /\bimport\s*"(\d+)"/g,
  // import('a') · typeof import('a') · require('a') · require.resolve('a') · import.meta.resolve('a')
  /\b(?:import|require|require\.resolve|import\.meta\.resolve)\s*\(\s*"(\d+)"/g,
];

/**
 * The imports of a source text, in the order of their lines.
 * @param {string} source
 * @returns {Import[]}
 */
export function importsOf(source) {
  const { code, strings } = bare(source);
  const found = PATTERNS.flatMap((pattern) => [...code.matchAll(pattern)]).map(({ index, 0: text, 1: number }) => ({
    specifier: strings[Number(number)],
    // The line of the name, not of the word `import` some lines before it.
    line: code.slice(0, index + text.length).split('\n').length,
  }));
  return found.sort((a, b) => a.line - b.line);
}

/** The code without its comments and strings, either of which may show imports that are none. Lines keep their place. */
function bare(source) {
  const token = /'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\[^]|[^`\\])*`|\/\*[^]*?\*\/|\/\/[^\n]*/g;
  const strings = [];
  const code = source.replace(token, (text) => {
    const lines = text.replace(/[^\n]/g, '');
    return text.startsWith('/') ? lines : `"${strings.push(text.slice(1, -1)) - 1}"${lines}`;
  });
  return { code, strings };
}
