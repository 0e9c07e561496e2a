import path from 'node:path';

/** The court that a file's name begins with: `cacd` of `cacd_monday.xml`. */
export function courtOfFile(file: string): string {
  return path.basename(file).split(/[_.-]/)[0]!;
}
