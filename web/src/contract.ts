/** What the service says (docs/contract.md). Field names are the wire's; nothing here has behaviour. */

export type FactValue = boolean | number | string;
export type Outcome = 'met' | 'not_met' | 'needs_facts' | 'needs_determination' | 'divergent';
export type Status = 'true' | 'false' | 'unknown';

export interface ClauseId {
  document: string;
  number: number;
}

export interface Block {
  kind: string;
  text: string;
  entitlement?: string | null;
}

export interface Citation {
  clause: ClauseId;
  quote: string;
  /** `quote` stands at [start, end) of the clause. */
  start: number;
  end: number;
  document_title: string;
  document_number: string;
}

export interface Option {
  value: FactValue;
  label: string;
}

export interface Question {
  fact: string;
  text: string;
  why: string;
  options: Option[];
}

export interface FactView {
  value: FactValue;
  label: string;
  display: string;
  quote: string;
  turn: number;
  source: 'said' | 'derived' | 'form';
  reason?: string;
}

export interface Bound {
  at_least?: number | null;
  below?: number | null;
  quote: string;
  turn: number;
}

export interface Change {
  fact: string;
  op: 'set' | 'corrected' | 'retracted';
  value: FactValue | null;
  previous: FactValue | null;
}

export interface ProofNode {
  kind: string;
  status: Status;
  text: string;
  fact?: string | null;
  value?: FactValue | null;
  quote?: string;
  clause?: ClauseId | null;
  children?: ProofNode[];
}

export interface Decision {
  entitlement: string;
  label: string;
  clause: ClauseId;
  outcome: Outcome;
  missing: string[];
  determinations: { fact: string; label: string; by: string }[];
  readings: { points: Record<string, string>; outcome: Outcome }[];
  earliest: { date: string; because: string[] } | null;
  short_by: { fact: string; have: number; need: number; unit: string }[];
  proof: ProofNode;
}

export interface Answer {
  conversation: string;
  turn: number;
  act: string;
  text: string;
  blocks: Block[];
  facts: Record<string, FactView>;
  bounds: Record<string, Bound>;
  changes: Change[];
  decisions: Decision[];
  citations: Citation[];
  question: Question | null;
  suggestions: string[];
  hypothetical: boolean;
  notices: string[];
  handoff: { phone: string; reason: string } | null;
  decision_id?: string;
  versions?: Record<string, string>;
}

/** `GET /conversations/{id}`, as far as the element reads it. */
export interface StoredConversation {
  id: string;
  answer: Answer | null;
  turns: StoredTurn[];
  facts: Record<string, FactView>;
}

export interface StoredTurn {
  turn: number;
  text: string;
  client_id?: string | null;
  answer: Answer | null;
  rating?: 'up' | 'down' | null;
}

/** `GET /clauses/{document}/{number}`, as far as the element reads it. */
export interface ClausePage {
  clause: ClauseId;
  label: string;
  title: string;
  text: string;
  path: string[];
  document: DocumentHead;
}

export interface DocumentHead {
  title: string;
  number: string;
  issuer?: string;
  issued?: string | null;
  status?: string;
}

/** One entry of `GET /facts`. */
export interface FactDefinition {
  id: string;
  label: string;
  short_label: string;
  type: 'enum' | 'boolean' | 'number';
  values?: string[];
  options?: Option[];
  unit?: string;
  min?: number | null;
  max?: number | null;
  minimum?: number | null;
  maximum?: number | null;
  determined_by?: string | null;
  question?: string;
  hint?: string;
}

export interface Problem {
  type?: string;
  title: string;
  status: number;
  detail: string;
}

export interface StreamEvent {
  id: number;
  type: string;
  data: unknown;
}

/** One hit of `GET /clauses`. */
export interface ClauseHit {
  clause: ClauseId;
  label: string;
  title: string;
  text: string;
  spans: { start: number; end: number }[];
}

/** One entry of `GET /entitlements`. */
export interface EntitlementDefinition {
  id: string;
  label: string;
  clause: ClauseId;
  grants?: string;
  authority?: string;
  facts: string[];
}

/** `POST /check`. */
export interface Checked {
  decisions: Decision[];
  ask_next: string | null;
}

/** `POST /understand`, as far as the workbench reads it. */
export interface Understood {
  commands: { fact?: string; quote?: string }[];
  facts: Record<string, FactValue>;
  bounds: Record<string, Bound>;
}
