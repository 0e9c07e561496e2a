import { Style, type Block } from '../html/page.js';
import { tidy } from '../text/tidy.js';
import type { Attorney } from './docket-report.js';

/** Lawyers of a party. Each begins with a name in bold; lines of text follow, and roles in italics. */
export function readAttorneys(cell: Block): readonly Attorney[] {
  const attorneys: { name: string; contact: string[]; email: string | null; roles: string[]; remarks: string[] }[] = [];
  let inName = false;
  for (const node of cell.nodes) {
    if (node.type !== 'text' && node.type !== 'break') continue;
    const face = node.style & (Style.BOLD | Style.ITALIC);
    // A name goes on in bold italics; what begins with them is none.
    const bold: boolean = inName ? (face & Style.BOLD) !== 0 : face === Style.BOLD;
    if (bold && !inName) attorneys.push({ name: '', contact: [], email: null, roles: [], remarks: [] });
    inName = bold;
    const attorney = attorneys.at(-1);
    const text = node.type === 'text' ? tidy(node.text) : '';
    if (attorney === undefined || text === '') continue;
    if (inName) attorney.name = tidy(`${attorney.name} ${text}`);
    else if (face === Style.ITALIC) attorney.roles.push(text);
    else if (face !== 0) attorney.remarks.push(text);
    else if (node.type === 'text' && node.link !== null) attorney.email ??= text.includes('@') ? text : null;
    else {
      attorney.contact.push(text);
      attorney.email ??= /^Email:\s*(\S+@\S+)$/i.exec(text)?.[1] ?? null;
    }
  }
  return attorneys.filter(({ name, contact, roles }) => name !== '' || contact.length > 0 || roles.length > 0);
}
