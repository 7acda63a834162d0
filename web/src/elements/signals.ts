import type { Citation, ClauseId, FactValue } from '../contract.js';
import type { Rating } from '../conversation/conversation.js';

/** What the elements inside the chat tell the chat: name → detail. All bubble and leave their shadow tree. */
export interface Signals {
  'policy-say': string;
  'policy-cite': { clause: ClauseId; citation?: Citation };
  'policy-fact': { fact: string; value: FactValue | null };
  'policy-rate': { turn: number; rating: Rating; reason: string };
  'policy-retry': string;
  'policy-announce': string;
}

export function signal<K extends keyof Signals>(from: EventTarget, name: K, detail: Signals[K]): void {
  from.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
}

/** Registers an element once, however many copies of the script a page loads. */
export function define(name: string, element: CustomElementConstructor): void {
  if (!customElements.get(name)) customElements.define(name, element);
}
