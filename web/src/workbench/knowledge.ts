import type { Bound, Checked, ClauseHit, ClauseId, ClausePage, EntitlementDefinition, FactDefinition, FactValue, Understood } from '../contract.js';
import { Api } from '../conversation/api.js';

type Facts = Record<string, FactValue>;

/** The routes that decide and look up with no conversation. */
export class Knowledge extends Api {
  async entitlements(): Promise<EntitlementDefinition[]> {
    return (await this.json<{ entitlements: EntitlementDefinition[] }>('GET', '/entitlements')).entitlements;
  }

  /** Clauses, best first; nothing where nothing is good enough. */
  async search(words: string): Promise<ClauseHit[]> {
    const found = await this.json<{ hits: ClauseHit[]; refused: boolean }>('GET', `/clauses?limit=8&q=${encodeURIComponent(words)}`);
    return found.refused ? [] : found.hits;
  }

  check(facts: Facts, bounds: Record<string, Bound>, entitlements?: string[]): Promise<Checked> {
    const limits = Object.entries(bounds).map(([id, { at_least, below }]) => [id, { at_least: at_least ?? null, below: below ?? null }]);
    return this.json('POST', '/check', { facts, bounds: Object.fromEntries(limits), ...(entitlements ? { entitlements } : {}) });
  }

  understand(text: string, asked: string | null): Promise<Understood> {
    return this.json('POST', '/understand', { text, asked });
  }
}

export type { ClauseHit, ClauseId, ClausePage, EntitlementDefinition, FactDefinition };
