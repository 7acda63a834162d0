import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { ClauseHit, EntitlementDefinition } from '../contract.js';
import { messages } from '../messages.js';
import { base } from '../styles.js';
import type { Knowledge } from '../workbench/knowledge.js';
import { words } from '../workbench/words.js';
import { marked } from './policy-clause.js';
import { define } from './signals.js';

/** Long enough that typing does not ask for every letter, too short to be felt. */
const PAUSE_MS = 80;

/**
 * One box over clauses and entitlements, with results as one types. `/` puts the focus here from anywhere, arrows move
 * through the results.
 *
 * @property knowledge where clauses are found
 * @property entitlements what can be chosen
 * @fires workbench-open {clause, spans, entitlement}
 * @fires workbench-searching {on}: whether results are shown
 */
export class WorkbenchSearch extends LitElement {
  @property({ attribute: false }) knowledge!: Knowledge;
  @property({ attribute: false }) entitlements: EntitlementDefinition[] = [];
  @state() private text = '';
  @state() private hits: ClauseHit[] = [];
  @query('input') private input!: HTMLInputElement;
  private timer = 0;
  private readonly slash = (event: KeyboardEvent) => this.focusBySlash(event);

  static override styles = [
    base,
    css`
      :host { display: grid; gap: 8px; }
      input { width: 100%; min-height: var(--pa-target, 44px); padding: 0 .8em; border: 2px solid var(--pa-edge); border-radius: 8px; background: var(--pa-surface); }
      input:focus-visible { outline-offset: -2px; outline-width: 2px; }
      h2 { font-size: .875em; color: var(--pa-text-2); margin-top: 4px; }
      li button { width: 100%; text-align: start; padding: .5em .6em; line-height: 1.5; background: var(--pa-surface); border: 1px solid var(--pa-line); margin-bottom: 6px; }
      li button:hover { background: var(--pa-accent-soft); }
      mark { background: var(--pa-mark); color: var(--pa-mark-text); }
      .text { display: -webkit-box; -webkit-line-clamp: 3; -webkit-box-orient: vertical; overflow: hidden; font-size: .875em; color: var(--pa-text-2); }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('keydown', this.slash);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('keydown', this.slash);
  }

  override render() {
    return html`<input type="search" aria-label=${words.search} placeholder=${words.search} aria-describedby="hint" autocomplete="off" .value=${this.text}
        @input=${this.typed} @compositionend=${this.typed} @keydown=${this.move} />
      <p id="hint" class="small">${words.searchHint}</p>
      ${this.text ? html`<div role="region" aria-label=${words.results} @keydown=${this.move}>${this.results()}</div>` : nothing}`;
  }

  private results(): TemplateResult {
    const named = this.entitlements.filter(({ label }) => label.includes(this.text));
    if (!named.length && !this.hits.length) return html`<p class="small" role="status">${words.nothing}</p>`;
    return html`${named.length ? html`<h2>${words.entitlements}</h2><ul>${named.map((one) => this.entitlement(one))}</ul>` : nothing}
      ${this.hits.length ? html`<h2>${words.clauses}</h2><ul>${this.hits.map((hit) => this.clause(hit))}</ul>` : nothing}`;
  }

  private entitlement({ id, label, clause }: EntitlementDefinition): TemplateResult {
    return html`<li><button class="wrap" @click=${() => this.open({ clause, spans: [], entitlement: id })}>${label}</button></li>`;
  }

  private clause({ clause, label, title, text, spans }: ClauseHit): TemplateResult {
    return html`<li><button class="wrap" @click=${() => this.open({ clause, spans })}>
      <b>${label || messages.clause(clause.number)}</b> ${text.includes(title) ? nothing : title} <span class="text">${marked(text, spans)}</span>
    </button></li>`;
  }

  private open(detail: unknown): void {
    this.dispatchEvent(new CustomEvent('workbench-open', { detail, bubbles: true, composed: true }));
  }

  /** What an input method has not finished is not looked for; when it has, browsers differ in whether they tell by `input`. */
  private typed(event: InputEvent | CompositionEvent): void {
    this.text = this.input.value.trim();
    this.dispatchEvent(new CustomEvent('workbench-searching', { detail: Boolean(this.text), bubbles: true, composed: true }));
    clearTimeout(this.timer);
    if ((event as InputEvent).isComposing || !this.text) return;
    this.timer = window.setTimeout(() => this.find(this.text), PAUSE_MS);
  }

  private async find(text: string): Promise<void> {
    const hits = await this.knowledge.search(text).catch(() => []);
    if (text === this.text) this.hits = hits;
  }

  private move(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const stops = [this.input, ...this.renderRoot.querySelectorAll<HTMLElement>('li button')];
    const here = stops.indexOf((this.renderRoot as ShadowRoot).activeElement as HTMLInputElement);
    if (event.key === 'Enter' && here === 0 && !event.isComposing) stops[1]?.click();
    if (!step) return;
    event.preventDefault();
    stops[Math.min(Math.max(here + step, 0), stops.length - 1)]?.focus();
  }

  private focusBySlash(event: KeyboardEvent): void {
    if (event.key !== '/' || event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    const at = event.composedPath()[0] as HTMLElement;
    if (/^(input|textarea|select)$/.test(at.localName)) return;
    event.preventDefault();
    this.input.focus();
    this.input.select();
  }
}

define('workbench-search', WorkbenchSearch);
