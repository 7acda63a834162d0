import { css, html, LitElement } from 'lit';
import { property, state } from 'lit/decorators.js';
import { messages } from '../messages.js';
import { base } from '../styles.js';
import { define } from './signals.js';

/**
 * How to read (大字, 深色) and 清除本次对话, which asks before it erases.
 *
 * @attr text-size @attr theme what holds now
 * @attr about the address of the page about the assistant
 * @fires policy-prefer {textSize} or {theme}
 * @fires policy-erase once confirmed
 */
export class PolicyMenu extends LitElement {
  @property({ attribute: 'text-size' }) textSize = '';
  @property() theme = '';
  @property() about = '';
  @state() private asking = false;

  static override styles = [
    base,
    css`
      :host { display: grid; gap: 8px; }
      a.cell { min-height: var(--pa-target, 44px); padding: 0 .75em; border-radius: 8px; color: var(--pa-text); text-decoration: none; }
      .cell { width: 100%; text-align: start; background: var(--pa-surface-2); display: flex; justify-content: space-between; align-items: center; }
      .cell[aria-pressed='true']::after { content: '✓'; color: var(--pa-accent); font-weight: 700; }
      .danger { color: var(--pa-not); }
      .ask { display: grid; gap: 8px; padding: 12px; border: 1px solid var(--pa-not); border-radius: 8px; }
    `,
  ];

  override render() {
    const large = this.textSize === 'large';
    const dark = this.theme === 'dark';
    return html`
      <button class="cell" aria-pressed=${large} @click=${() => this.prefer({ textSize: large ? 'standard' : 'large' })}>${messages.largeText}</button>
      <button class="cell" aria-pressed=${dark} @click=${() => this.prefer({ theme: dark ? 'light' : 'dark' })}>${messages.dark}</button>
      <a class="cell" href=${this.about} target="_blank" rel="noopener">${messages.about}</a>
      ${this.asking
        ? html`<div class="ask" role="group" aria-label=${messages.erase}>
            <p>${messages.eraseConfirm}</p>
            <div class="row"><button class="danger" @click=${this.erase}>${messages.eraseYes}</button><button @click=${() => (this.asking = false)}>${messages.cancel}</button></div>
          </div>`
        : html`<button class="cell danger" @click=${() => (this.asking = true)}>${messages.erase}</button>`}
    `;
  }

  private prefer(detail: { textSize?: string; theme?: string }): void {
    this.dispatchEvent(new CustomEvent('policy-prefer', { detail, bubbles: true, composed: true }));
  }

  private erase(): void {
    this.asking = false;
    this.dispatchEvent(new CustomEvent('policy-erase', { bubbles: true, composed: true }));
  }
}

define('policy-menu', PolicyMenu);
