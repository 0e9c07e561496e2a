/** Ids that are one text for the whole graph: base64url of a type's name and the bytes of its ids. */

/** Types that `node` finds again, with the number of UUIDs in their ids; a Court has a name instead. */
const uuidsOf = { CaseConflict: 1, Event: 2, Case: 1, Target: 1, Watch: 1 } as const;
const uuidBytes = 16;

/** A type with global ids. */
export type NodeName = keyof typeof uuidsOf | 'Court';

/** An id taken apart. An Event's ids are its Case's and its own, so that a look-up reads one partition. */
export interface NodeKey {
  readonly type: NodeName;
  readonly ids: readonly [string, ...string[]];
}

/** Makes the global id. `ids` are UUIDs, or a court's name. */
export function toGlobalId(type: NodeName, ...ids: readonly string[]): string {
  const bytes = type === 'Court' ? [Buffer.from(ids[0]!)] : ids.map((id) => Buffer.from(id.replaceAll('-', ''), 'hex'));
  return Buffer.concat([Buffer.from(`${type}:`), ...bytes]).toString('base64url');
}

/** Takes a global id apart; `null` where it is none of ours. One thing has one spelling. */
export function fromGlobalId(globalId: string): NodeKey | null {
  const bytes = Buffer.from(globalId, 'base64url');
  const colon = bytes.indexOf(':');
  const type = bytes.subarray(0, Math.max(colon, 0)).toString('latin1');
  const rest = bytes.subarray(colon + 1);
  const ids = type === 'Court' ? [rest.toString('latin1')] : isUuidNode(type) ? uuids(rest, uuidsOf[type]) : null;
  if (ids?.[0] === undefined || toGlobalId(type as NodeName, ...ids) !== globalId) return null;
  return { type: type as NodeName, ids: [ids[0], ...ids.slice(1)] };
}

/** The ids within a global id of this type; `null` for any other text. */
export function idsOf(type: NodeName, globalId: string): readonly [string, ...string[]] | null {
  const key = fromGlobalId(globalId);
  return key?.type === type ? key.ids : null;
}

const isUuidNode = (type: string): type is keyof typeof uuidsOf => Object.hasOwn(uuidsOf, type);

function uuids(bytes: Buffer, count: number): readonly string[] | null {
  if (bytes.length !== count * uuidBytes) return null;
  const hex = bytes.toString('hex');
  return Array.from({ length: count }, (_, index) => {
    const at = index * uuidBytes * 2;
    return [
      hex.slice(at, at + 8),
      hex.slice(at + 8, at + 12),
      hex.slice(at + 12, at + 16),
      hex.slice(at + 16, at + 20),
      hex.slice(at + 20, at + 32),
    ].join('-');
  });
}
