import type { Specimen } from '../specimen.js';

const marks: readonly (readonly [string, RegExp])[] = [
  ['an alien registration number', /\bA[- ]?\d{2,3}[- ]\d{3}[- ]\d{3}\b|\bA\d{8,9}\b/],
  ['a social security number', /\b\d{3}-\d{2}-\d{4}\b/],
  ['an e-mail address', /\b[\w.+-]+@(?!(?:[\w-]+\.)*(?:example|invalid|test)\b)[\w-]+\.[\w.-]+\b/i],
  ['a telephone number', /\(\d{3}\) ?(?!555)\d{3}-\d{4}/],
  [
    'a token of a session or an API',
    /\b(?:api[_-]?key|access[_-]?token|sessionid|authorization)["']?\s*[=:]\s*["']?(?:bearer |basic )?[\w.-]{12,}/i,
  ],
  ['a key of a one-time look', /[?&]magic_num=\d+/],
  ['a cookie', /^set-cookie:/im],
];

/** Which kinds of secret a page holds, or what it was asked for with. */
export function secretsOf({ params, page: { url, headers, body } }: Specimen): readonly string[] {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  const text = [url, JSON.stringify(params), ...lines, Buffer.from(body).toString('latin1')].join('\n');
  return marks.filter(([, mark]) => mark.test(text)).map(([what]) => `it holds ${what}`);
}
