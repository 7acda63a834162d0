import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Question } from '../contract.js';
import { messages } from '../messages.js';
import { base } from '../styles.js';
import { define, signal } from './signals.js';

const SHOWN_AT_FIRST = 8;

/** What a typed number stands for: the label of that option, else the text itself. */
export function chosen(text: string, question: Question | null | undefined): string {
  const number = /^[1-9]\d?$/.test(text.trim()) ? Number(text.trim()) : 0;
  const options = question?.options ?? [];
  const numeric = options.some(({ value }) => typeof value === 'number');
  return (!numeric && options[number - 1]?.label) || text;
}

/**
 * What can be answered with one tap: the options of the question, numbered, always with 不知道 and 为什么问; and
 * suggestions of what to say next.
 *
 * @property question what was asked, or null
 * @property suggestions sentences the user may want to say
 * @attr hidden while an answer is under way
 * @fires policy-say the words of the chip
 * @csspart chip
 */
export class PolicyChoices extends LitElement {
  @property({ attribute: false }) question: Question | null = null;
  @property({ attribute: false }) suggestions: string[] = [];
  @state() private all = false;

  static override styles = [
    base,
    css`
      :host { display: grid; gap: 8px; }
      .number { font-variant-numeric: tabular-nums; }
      @media print { :host { display: none; } }
    `,
  ];

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('question')) this.all = false;
  }

  override render() {
    return [this.question ? this.options(this.question) : nothing, this.suggestions.length ? this.next() : nothing];
  }

  /** Puts the focus on the first chip. */
  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('.chip')?.focus({ preventScroll: true });
  }

  private options({ options }: Question): TemplateResult {
    const shown = this.all ? options : options.slice(0, SHOWN_AT_FIRST);
    return html`<div class="row" role="group" aria-label=${messages.options}>
      ${shown.map(({ label }, index) => this.chip(label, label, index + 1))}
      ${shown.length < options.length
        ? html`<button class="chip quiet" aria-expanded="false" @click=${() => (this.all = true)}>${messages.more}（${options.length - shown.length}）</button>`
        : nothing}
      ${options.some(({ label }) => label === messages.dontKnow) ? nothing : this.chip(messages.dontKnow, messages.dontKnow)}
      ${this.chip(messages.why, messages.whySent)}
    </div>`;
  }

  private next(): TemplateResult {
    return html`<div class="row" role="group" aria-label=${messages.suggestions}>
      ${this.suggestions.map((text) => this.chip(text, text))}
    </div>`;
  }

  private chip(label: string, said: string, number?: number): TemplateResult {
    return html`<button class="chip ${number ? '' : 'quiet'}" part="chip" @click=${() => signal(this, 'policy-say', said)}>
      ${number ? html`<span class="number">${number}</span> ` : nothing}${label}
    </button>`;
  }
}

define('policy-choices', PolicyChoices);
