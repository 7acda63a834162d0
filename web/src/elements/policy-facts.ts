import { css, html, LitElement, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { FactDefinition, FactView } from '../contract.js';
import { messages } from '../messages.js';
import { base } from '../styles.js';
import './policy-fact-editor.js';
import { define, signal } from './signals.js';

/**
 * 我的情况: every known fact with the words it came from, each changed or removed in place.
 *
 * @property facts what is known
 * @property vocabulary the facts by id, for their options
 * @attr disabled while an answer is under way
 * @fires policy-fact the new value, or null to take it away
 * @csspart fact
 */
export class PolicyFacts extends LitElement {
  @property({ attribute: false }) facts: Record<string, FactView> = {};
  @property({ attribute: false }) vocabulary: Record<string, FactDefinition> = {};
  @property({ type: Boolean }) disabled = false;
  @state() private editing = '';
  /** The fact that was worked on last, and whether the focus was here before this update. */
  private last = '';
  private held = false;

  static override styles = [
    base,
    css`
      :host { display: block; }
      li { padding: 10px 0; border-bottom: 1px solid var(--pa-line); display: grid; gap: 4px; }
      li:last-child { border: 0; }
      .head { display: flex; gap: 8px; align-items: center; justify-content: space-between; flex-wrap: wrap; }
      .what { flex: 1 1 10em; min-width: 0; }
      b { display: block; }
      .label { color: var(--pa-text-2); font-size: .875em; }
      .actions { display: flex; }
    `,
  ];

  override willUpdate(): void {
    this.held = Boolean((this.renderRoot as ShadowRoot | undefined)?.activeElement);
    this.last = this.editing || this.last;
  }

  /** What had the focus may be gone: whoever works by keyboard goes on at the same fact, or the first. */
  override updated(): void {
    if (!this.held || (this.renderRoot as ShadowRoot).activeElement) return;
    const buttons = [...this.renderRoot.querySelectorAll<HTMLElement>('[data-fact]')];
    (buttons.find(({ dataset }) => dataset.fact === this.last) ?? buttons[0])?.focus();
  }

  override render() {
    const known = Object.entries(this.facts);
    if (!known.length) return html`<p>${messages.noFacts}</p>`;
    return html`<ul>${repeat(known, ([id]) => id, ([id, view]) => this.item(id, view))}</ul>`;
  }

  private item(id: string, view: FactView): TemplateResult {
    const definition = this.vocabulary[id];
    const label = definition?.short_label ?? view.label;
    return html`<li part="fact" @policy-fact=${() => (this.editing = '')}>
      <div class="head">
        <div class="what wrap"><span class="label">${label}</span><b>${view.display}</b></div>
        <div class="actions">
          <button class="plain" data-fact=${id} ?disabled=${this.disabled || !definition} aria-expanded=${this.editing === id} aria-label=${`${messages.edit}${label}`}
            @click=${() => (this.editing = this.editing === id ? '' : id)}>${messages.edit}</button>
          <button class="plain" ?disabled=${this.disabled} aria-label=${`${messages.remove}${label}`}
            @click=${() => signal(this, 'policy-fact', { fact: id, value: null })}>${messages.remove}</button>
        </div>
      </div>
      <p class="small wrap">${origin(view)}</p>
      ${this.editing === id ? html`${definition?.hint ? html`<p class="small wrap">${definition.hint}</p>` : ''}<policy-fact-editor .definition=${definition} .value=${view.value}></policy-fact-editor>` : ''}
    </li>`;
  }
}

/** Where a fact comes from, in words. */
function origin({ source, quote, reason }: FactView): string {
  if (source === 'form') return messages.byForm;
  const name = source === 'derived' ? messages.inferred : messages.said;
  const words = [quote ? `“${quote}”` : '', reason ?? ''].filter(Boolean).join('，');
  return words ? `${name}：${words}` : name;
}

define('policy-facts', PolicyFacts);
