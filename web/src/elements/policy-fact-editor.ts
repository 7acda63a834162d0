import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
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
  @query('[name=value]') private control?: HTMLInputElement | HTMLSelectElement;

  static override styles = [
    base,
    css`
      :host { display: block; }
      form { display: flex; flex-wrap: wrap; gap: 8px; align-items: center; }
      select, input { min-height: var(--pa-target, 44px); border: 1px solid var(--pa-edge); border-radius: 8px; padding: 0 .6em; background: var(--pa-surface); max-width: 100%; }
      input { width: 6em; min-width: 0; flex: 0 1 6em; }
      @media print { input, select { appearance: none; border: 0; min-height: 0; padding: 0; } }
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

  /** A control that was touched keeps its own mind; a value from outside has to be told to it. */
  override updated(changed: PropertyValues<this>): void {
    if (!this.control || !(changed.has('value') || changed.has('definition'))) return;
    const index = this.definition ? optionsOf(this.definition).findIndex(({ value }) => value === this.value) : -1;
    if (this.definition?.type === 'number') this.control.value = this.value === null ? '' : String(this.value);
    else this.control.value = index < 0 ? '' : String(index);
  }

  private number({ label, unit, min, max, minimum, maximum }: FactDefinition): TemplateResult {
    return html`<input name="value" type="number" inputmode="decimal" step="any" aria-label=${label} min=${min ?? minimum ?? 0} max=${max ?? maximum ?? 999} ?required=${!this.live} /><span>${unit}</span>`;
  }

  private list(definition: FactDefinition): TemplateResult {
    return html`<select name="value" aria-label=${definition.label}>
      <option value="">${messages.choose}</option>
      ${optionsOf(definition).map(({ label }, index) => html`<option value=${index}>${label}</option>`)}
    </select>`;
  }

  private submit(event: Event): void {
    event.preventDefault();
    this.tell();
  }

  private tell(): void {
    const { control } = this;
    if (!control || !this.definition || !control.reportValidity()) return;
    signal(this, 'policy-fact', { fact: this.definition.id, value: this.read(control.value, this.definition) });
  }

  private read(text: string, definition: FactDefinition): FactValue | null {
    if (text === '') return null;
    return definition.type === 'number' ? Number(text) : (optionsOf(definition)[Number(text)]?.value ?? null);
  }
}

define('policy-fact-editor', PolicyFactEditor);
