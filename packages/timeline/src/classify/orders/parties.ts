/** Who is bound and who is protected by an order, as far as its text says. */

const restraint = /\b(?:enjoin|restrain|prohibit|barred|shall|must|may not|directed|ordered to)/gi;
const bound =
  /\b(?:(?:federal )?(?:respondents?|defendants?)['’]?(?: ?\/ ?(?:respondents?|defendants?))?|the government|ICE|DHS|the warden|the United States)/gi;
const sheltered =
  /\b(?:(?:all|any|the|named|putative|individual) ){0,3}(?:(?:petitioners?|plaintiffs?)(?: ?\/ ?(?:petitioners?|plaintiffs?))?(?:['’]s? class)?|class members?|members of the class)\b/gi;
const reach = 240;

/** Read from the words around the first restraint that names both; each is `null` where none is named. */
export function partiesOf(text: string): { readonly binds: string | null; readonly protects: string | null } {
  let found: ReturnType<typeof partiesOf> = { binds: null, protects: null };
  for (const { index } of text.slice(0, 8000).matchAll(restraint)) {
    const binds =
      text
        .slice(Math.max(0, index - reach), index)
        .match(bound)
        ?.at(-1) ?? null;
    const protects = text.slice(index, index + reach).match(sheltered)?.[0] ?? null;
    if (binds && protects) return { binds, protects };
    found = { binds: found.binds ?? binds, protects: found.protects ?? protects };
  }
  return found;
}
