import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { FactDefinition, FactValue } from '../contract.js';
import { messages } from '../messages.js';
import { base } from '../styles.js';
import { optionsOf } from '../text/facts.js';
import { define, signal } from './signals.js';

/**
 * One fact as a control: a list for what can be chosen, a number with its unit.
 *
 * @property definition the fact, from the vocabulary
 * @property value what is known, or null
 * @attr live tells every change at once, without a 保存 button
 * @fires policy-fact with the new value; null where nothing was chosen
 */
export class PolicyFactEditor extends LitElement {
  @property({ attribute: false }) definition?: FactDefinition;
  @property({ attribute: false }) value: FactValue | null = null;
  @property({ type: Boolean }) live = false;

  static override styles = [
    base,
    css`
      :host { display: block; }
      form { display: flex; flex-wrap: wrap; gap: 8px; align-items: center; }
      select, input { min-height: var(--pa-target, 44px); border: 1px solid var(--pa-edge); border-radius: 8px; padding: 0 .6em; background: var(--pa-surface); max-width: 100%; }
      input { width: 6em; min-width: 0; flex: 0 1 6em; }
      select { flex: 1 1 8em; min-width: 0; }
    `,
  ];

  override render() {
    const { definition } = this;
    if (!definition) return nothing;
    return html`<form @submit=${this.submit} @change=${() => this.live && this.tell()}>
      ${definition.type === 'number' ? this.number(definition) : this.list(definition)}
      ${this.live ? nothing : html`<button class="primary">${messages.save}</button>`}
    </form>`;
  }

  private number({ label, unit, min, max, minimum, maximum }: FactDefinition): TemplateResult {
    return html`<input name="value" type="number" inputmode="decimal" step="any" aria-label=${label} min=${min ?? minimum ?? 0} max=${max ?? maximum ?? 999}
        .value=${this.value === null ? '' : String(this.value)} ?required=${!this.live} /><span>${unit}</span>`;
  }

  private list(definition: FactDefinition): TemplateResult {
    return html`<select name="value" aria-label=${definition.label}>
      <option value="" ?selected=${this.value === null}>${messages.choose}</option>
      ${optionsOf(definition).map(({ value, label }, index) => html`<option value=${index} ?selected=${value === this.value}>${label}</option>`)}
    </select>`;
  }

  private submit(event: Event): void {
    event.preventDefault();
    this.tell();
  }

  private tell(): void {
    const control = this.renderRoot.querySelector<HTMLInputElement | HTMLSelectElement>('[name=value]');
    if (!control || !this.definition || !control.reportValidity()) return;
    signal(this, 'policy-fact', { fact: this.definition.id, value: this.read(control.value, this.definition) });
  }

  private read(text: string, definition: FactDefinition): FactValue | null {
    if (text === '') return null;
    return definition.type === 'number' ? Number(text) : (optionsOf(definition)[Number(text)]?.value ?? null);
  }
}

define('policy-fact-editor', PolicyFactEditor);
