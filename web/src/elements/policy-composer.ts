import { css, html, LitElement } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { messages } from '../messages.js';
import { base } from '../styles.js';
import { define, signal } from './signals.js';

/** What one turn may hold (docs/contract.md). */
const LONGEST = 2000;
const COUNT_FROM = 1800;
/** What looks like an identity or telephone number; the service covers more, this only says so in time. */
const PERSONAL = /(^|\D)(1[3-9]\d{9}|\d{15}|\d{17}[\dXx])(?!\d)/;

/**
 * Where one types. Enter sends, Shift+Enter breaks the line; while an input method composes, neither Enter nor the
 * button sends. The text stays until it was accepted. A number that looks personal is pointed out before it is sent.
 *
 * @attr disabled while an answer is under way: one can type on, and not send
 * @fires policy-announce that a number looks personal
 * @fires policy-say the text; `clear` is called by whoever accepts it
 * @csspart input
 */
export class PolicyComposer extends LitElement {
  @property({ type: Boolean }) disabled = false;
  @state() private text = '';
  @state() private composing = false;
  @state() private personal = false;
  @query('textarea') private area!: HTMLTextAreaElement;

  static override styles = [
    base,
    css`
      :host { display: block; }
      form { display: flex; gap: 8px; align-items: flex-end; }
      textarea {
        flex: 1; min-width: 0; min-height: var(--pa-target, 44px); max-height: 8.5em; resize: none; padding: .55em .7em; line-height: 1.5;
        border: 1px solid var(--pa-edge); border-radius: 8px; background: var(--pa-surface); color: var(--pa-text); overflow-y: auto;
      }
      textarea:focus-visible { outline-offset: -2px; outline-width: 2px; }
      textarea::placeholder { color: var(--pa-text-2); opacity: 1; }
      .primary { flex: none; padding: 0 1.1em; }
      .count { text-align: end; }
      .warn { color: var(--pa-person); }
    `,
  ];

  override render() {
    return html`<form @submit=${this.submit}>
        <textarea rows="1" part="input" maxlength=${LONGEST} enterkeyhint="send" aria-label=${messages.inputLabel} placeholder=${messages.placeholder}
          .value=${this.text} @input=${this.typed} @keydown=${this.pressed}
          @compositionstart=${() => (this.composing = true)} @compositionend=${this.composed}></textarea>
        <button class="primary" @pointerdown=${(event: Event) => event.preventDefault()} ?disabled=${this.disabled || this.composing || !this.text.trim()}>${messages.send}</button>
      </form>
      ${this.personal ? html`<p class="small warn">${messages.looksPersonal}</p>` : ''}
      ${this.text.length >= COUNT_FROM ? html`<p class="small count">${this.text.length}/${LONGEST}</p>` : ''}`;
  }

  override focus(): void {
    this.area?.focus();
  }

  clear(): void {
    if ((this.renderRoot as ShadowRoot).activeElement) this.focus();
    this.text = '';
    this.personal = false;
    void this.updateComplete.then(() => this.fit());
  }

  private typed(): void {
    this.text = this.area.value;
    const personal = PERSONAL.test(this.text);
    if (personal && !this.personal) signal(this, 'policy-announce', messages.looksPersonal);
    this.personal = personal;
    this.fit();
  }

  private composed(): void {
    this.composing = false;
    this.typed();
  }

  private pressed(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || event.shiftKey) return;
    if (this.composing || event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    this.send();
  }

  private submit(event: Event): void {
    event.preventDefault();
    this.send();
  }

  private send(): void {
    if (!this.disabled && !this.composing && this.text.trim()) signal(this, 'policy-say', this.text);
  }

  /** As high as the text, up to the style's greatest height. */
  private fit(): void {
    this.area.style.height = 'auto';
    this.area.style.height = `${this.area.scrollHeight + 2}px`;
  }
}

define('policy-composer', PolicyComposer);
