import type { Told } from './case-file.js';

/** A case in the part of an address that browsers do not send: what a caller told stays out of every log. */
export function caseLink(page: string, told: Told, chosen: string): string {
  const address = new URL(page);
  address.hash = 'case=' + encodeURIComponent(JSON.stringify({ ...told, chosen }));
  return address.href;
}

/** The case of an address, or null where there is none that can be read. */
export function caseOf(hash: string): (Told & { chosen: string }) | null {
  const text = /^#case=(.+)$/.exec(hash)?.[1];
  if (!text) return null;
  try {
    const { facts = {}, bounds = {}, chosen = '' } = JSON.parse(decodeURIComponent(text));
    return { facts, bounds, chosen };
  } catch {
    return null;
  }
}
