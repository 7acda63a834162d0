import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Bound, FactDefinition } from '../contract.js';
import { messages } from '../messages.js';
import { base } from '../styles.js';
import type { CaseFile, Facts } from '../workbench/case-file.js';
import { words } from '../workbench/words.js';
import './policy-fact-editor.js';
import { define } from './signals.js';

/**
 * The caller's case as a form: free text that fills it, then the facts that matter, the most useful first.
 *
 * @property file the case
 * @fires policy-fact what was set by hand
 */
export class WorkbenchFacts extends LitElement {
  @property({ attribute: false, hasChanged: () => true }) file!: CaseFile;
  @query('textarea') private area!: HTMLTextAreaElement;

  static override styles = [
    base,
    css`
      :host { display: grid; grid-template-columns: minmax(0, 1fr); gap: 12px; }
      form { display: grid; gap: 8px; }
      textarea { width: 100%; min-height: 4.5em; padding: .5em .7em; border: 1px solid var(--pa-edge); border-radius: 8px; background: var(--pa-surface); resize: vertical; line-height: 1.5; }
      textarea:focus-visible { outline-offset: -2px; outline-width: 2px; }
      h3 { font-size: .875em; color: var(--pa-text-2); }
      .field { display: grid; grid-template-columns: minmax(0, 1fr); gap: 4px; padding: 8px 10px; border: 1px solid var(--pa-line); border-radius: 8px; background: var(--pa-surface); }
      .field.next { border: 2px solid var(--pa-accent); }
      .field label, .name { font-weight: 600; }
      .sides { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 2px 8px; }
      .list { display: grid; gap: 8px; }
      @media print { form { display: none; } .list { grid-template-columns: 1fr 1fr; } .list h3 { grid-column: 1 / -1; } }
    `,
  ];

  override render() {
    const { file } = this;
    return html`<form @submit=${this.tell}>
        <textarea aria-label=${words.tell} placeholder=${words.tell} maxlength="2000" @keydown=${this.pressed}></textarea>
        <div class="row"><button class="primary">${words.tellSend}</button>
          <button type="button" @click=${() => file.clear()}>${words.clear}</button></div>
        <p class="small" role="status">${file.heard}</p>
      </form>
      ${this.list(file.chosen ? words.matter : words.known, file.relevant)}
      ${file.others.length ? this.list(words.others, file.others) : nothing}
      ${file.chosen || file.relevant.length ? nothing : html`<p class="small">${words.noCase}</p>`}`;
  }

  private list(heading: string, definitions: FactDefinition[]): TemplateResult {
    return html`<div class="list"><h3>${heading}</h3>${repeat(definitions, ({ id }) => id, (one) => this.field(one))}
      ${definitions.length ? nothing : html`<p class="small">${words.settled}</p>`}</div>`;
  }

  private field(definition: FactDefinition): TemplateResult {
    const { told, supposed, quotes, askNext } = this.file;
    const next = definition.id === askNext && !(definition.id in told.facts);
    return html`<div class="field ${next ? 'next' : ''}">
      <span class="name">${definition.short_label}${next ? html` <span class="small">${words.askNext}</span>` : nothing}</span>
      ${next && definition.question ? html`<span class="small wrap">${definition.question}</span>` : nothing}
      ${quotes[definition.id] ? html`<span class="small wrap">${words.callerSaid(quotes[definition.id] as string)}</span>` : nothing}
      ${bound(told.bounds[definition.id], definition)}
      ${supposed
        ? html`<div class="sides"><span class="small">${words.now}</span><span class="small">${words.then}</span>
            ${this.editor(definition, told.facts)}${this.editor(definition, { ...told.facts, ...supposed }, true)}</div>`
        : this.editor(definition, told.facts)}
    </div>`;
  }

  private editor(definition: FactDefinition, facts: Facts, supposing = false): TemplateResult {
    return html`<policy-fact-editor live .definition=${definition} .value=${facts[definition.id] ?? null}
      @policy-fact=${(event: CustomEvent<{ fact: string; value: Facts[string] | null }>) => this.file.set(event.detail.fact, event.detail.value, supposing)}></policy-fact-editor>`;
  }

  private tell(event: Event): void {
    event.preventDefault();
    const text = this.area.value.trim();
    if (!text) return;
    this.area.value = '';
    void this.file.fill(text);
  }

  private pressed(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return;
    this.tell(event);
  }
}

/** What is known of a number that is not: 不到 3 年. */
function bound(limits: Bound | undefined, { unit = '' }: FactDefinition): TemplateResult | typeof nothing {
  if (!limits) return nothing;
  const { at_least, below } = limits;
  const parts = [at_least == null ? '' : `≥ ${at_least} ${unit}`, below == null ? '' : `< ${below} ${unit}`].filter(Boolean);
  return html`<span class="small">${messages.said}：${parts.join('，')}</span>`;
}

define('workbench-facts', WorkbenchFacts);
