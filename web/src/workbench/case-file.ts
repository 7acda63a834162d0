import type { Bound, Decision, EntitlementDefinition, FactDefinition, FactValue } from '../contract.js';
import { ConnectionLost, ServiceProblem } from '../conversation/api.js';
import { factText } from '../text/facts.js';
import { words } from './words.js';
import type { Knowledge } from './knowledge.js';

export type Facts = Record<string, FactValue>;

/** What a caller has told, as it stands in a link: facts, and what was only bounded. */
export interface Told {
  facts: Facts;
  bounds: Record<string, Bound>;
}

/**
 * A caller's case without any DOM: facts as they are set, every entitlement decided anew after each, and beside it the
 * same case with a supposition. Fires `change` after every step; the last answer wins where answers overtake one another.
 */
export class CaseFile extends EventTarget {
  vocabulary: Record<string, FactDefinition> = {};
  entitlements: EntitlementDefinition[] = [];
  told: Told = { facts: {}, bounds: {} };
  /** Facts of the what-if that differ from what was told; null where there is none. */
  supposed: Facts | null = null;
  /** The caller's own words for what free text gave, by fact. */
  quotes: Record<string, string> = {};
  decisions: Decision[] = [];
  supposedDecisions: Decision[] = [];
  chosen = '';
  askNext: string | null = null;
  problem = '';
  /** What the last free text gave, in words. */
  heard = '';
  private asked = 0;

  constructor(private readonly knowledge: Knowledge) {
    super();
  }

  async open(told?: Told): Promise<void> {
    if (told) this.told = told;
    await this.attempt(async () => {
      const [facts, entitlements] = await Promise.all([this.knowledge.facts(), this.knowledge.entitlements()]);
      this.vocabulary = Object.fromEntries(facts.map((fact) => [fact.id, fact]));
      this.entitlements = entitlements;
    });
    await this.decide();
  }

  /** The decision on the chosen entitlement, as told. */
  get decision(): Decision | undefined {
    return this.decisions.find(({ entitlement }) => entitlement === this.chosen);
  }

  /** The facts that matter for the chosen entitlement, the most useful first, the known ones after; all known ones where none is chosen. */
  get relevant(): FactDefinition[] {
    const known = Object.keys(this.told.facts);
    const needed = this.entitlements.find(({ id }) => id === this.chosen)?.facts ?? [];
    const open = this.decision?.missing ?? [];
    const first = this.askNext ? [this.askNext] : [];
    const order = this.chosen ? [...first, ...open, ...needed.filter((id) => id in this.told.facts), ...this.findings] : [...first, ...known];
    return [...new Set(order)].map((id) => this.vocabulary[id]).filter((fact): fact is FactDefinition => Boolean(fact));
  }

  /** Known facts that do not matter for what is chosen. */
  get others(): FactDefinition[] {
    const shown = new Set(this.relevant.map(({ id }) => id));
    return Object.keys(this.told.facts)
      .filter((id) => !shown.has(id))
      .map((id) => this.vocabulary[id])
      .filter((fact): fact is FactDefinition => Boolean(fact));
  }

  choose(entitlement: string): Promise<void> {
    this.chosen = entitlement;
    return this.decide();
  }

  /** Sets one fact, or takes it away; in the what-if where `supposing`. */
  set(fact: string, value: FactValue | null, supposing = false): Promise<void> {
    if (supposing) {
      this.supposed = changed(this.supposed ?? {}, fact, value);
    } else {
      const { [fact]: _gone, ...bounds } = this.told.bounds;
      delete this.quotes[fact];
      this.told = { facts: changed(this.told.facts, fact, value), bounds };
    }
    return this.decide();
  }

  /** Fills in what a sentence says. */
  async fill(text: string): Promise<void> {
    await this.attempt(async () => {
      const { facts, bounds, commands } = await this.knowledge.understand(text, this.askNext);
      for (const { fact, quote } of commands) if (fact && quote) this.quotes[fact] = quote;
      this.told = { facts: { ...this.told.facts, ...facts }, bounds: { ...this.told.bounds, ...bounds } };
      const heard = Object.keys({ ...facts, ...bounds }).map((id) => this.inWords(id, facts[id]));
      this.heard = heard.length ? `${words.set}：${heard.join('、')}` : words.notHeard;
    });
    await this.decide();
  }

  suppose(on: boolean): Promise<void> {
    this.supposed = on ? {} : null;
    return this.decide();
  }

  clear(): Promise<void> {
    Object.assign(this, { told: { facts: {}, bounds: {} }, quotes: {}, supposed: null, heard: '', problem: '' });
    return this.decide();
  }

  private inWords(id: string, value: FactValue | undefined): string {
    const definition = this.vocabulary[id];
    if (!definition) return id;
    return value === undefined ? definition.short_label : factText(definition, value);
  }

  private get findings(): string[] {
    return this.decision?.determinations.map(({ fact }) => fact) ?? [];
  }

  private async decide(): Promise<void> {
    const mine = ++this.asked;
    this.changed();
    await this.attempt(async () => {
      const { facts, bounds } = this.told;
      const [all, one, supposed] = await Promise.all([
        this.knowledge.check(facts, bounds),
        this.chosen ? this.knowledge.check(facts, bounds, [this.chosen]) : null,
        this.supposed ? this.knowledge.check({ ...facts, ...this.supposed }, bounds) : null,
      ]);
      if (mine !== this.asked) return;
      this.decisions = all.decisions;
      this.askNext = (one ?? all).ask_next;
      this.supposedDecisions = supposed?.decisions ?? [];
    }, () => mine === this.asked);
    this.changed();
  }

  /** Does `work`, and tells what is wrong with it in `problem` as long as it is `current`. */
  private async attempt(work: () => Promise<void>, current = () => true): Promise<void> {
    let problem = '';
    try {
      await work();
    } catch (error) {
      if (error instanceof ServiceProblem) problem = error.message;
      else if (error instanceof ConnectionLost) problem = words.unreachable;
      else throw error;
    }
    if (current()) this.problem = problem;
  }

  private changed(): void {
    this.dispatchEvent(new Event('change'));
  }
}

function changed(facts: Facts, fact: string, value: FactValue | null): Facts {
  const { [fact]: _before, ...rest } = facts;
  return value === null ? rest : { ...rest, [fact]: value };
}
