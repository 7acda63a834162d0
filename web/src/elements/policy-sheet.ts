import { css, html, LitElement } from 'lit';
import { property, query } from 'lit/decorators.js';
import { messages } from '../messages.js';
import { base } from '../styles.js';
import { define } from './signals.js';

/**
 * A sheet over the page: from below on a phone, in the middle on a desk. Escape, the shade and 关闭 shut it, and the
 * focus returns to where it was.
 *
 * @attr heading its title
 * @attr open whether it is shown
 * @slot the contents
 * @fires close when it was shut
 * @csspart sheet
 */
export class PolicySheet extends LitElement {
  @property() heading = '';
  @property({ type: Boolean, reflect: true }) open = false;
  @query('dialog') private dialog!: HTMLDialogElement;
  private cameFrom: HTMLElement | null = null;

  static override styles = [
    base,
    css`
      dialog {
        border: 0; padding: 0; color: var(--pa-text); background: var(--pa-surface); width: 100%; max-width: 100%;
        margin: auto 0 0; border-radius: 14px 14px 0 0; max-height: min(85vh, 100%); overflow: hidden; box-shadow: 0 0 24px var(--pa-shadow);
        font-size: inherit;
      }
      dialog[open] { display: grid; grid-template-rows: auto minmax(0, 1fr); }
      dialog.old { position: fixed; inset: auto 0 0; z-index: 2147483001; }
      dialog::backdrop { background: var(--pa-shade); }
      @media (min-width: 640px) { dialog { margin: auto; width: min(40em, 92vw); border-radius: 14px; } }
      header { display: flex; align-items: center; justify-content: space-between; padding: 4px 4px 4px 16px; border-bottom: 1px solid var(--pa-line); }
      h2 { font-size: 1.0625em; }
      .contents { overflow: auto; padding: 16px; overscroll-behavior: contain; line-height: 1.7; }
      @media print { dialog { max-height: none; } }
    `,
  ];

  override render() {
    return html`<dialog part="sheet" aria-labelledby="heading" @close=${this.shut} @click=${this.clicked} @keydown=${this.pressed}>
      <header><h2 id="heading">${this.heading}</h2><button @click=${this.shut}>${messages.close}</button></header>
      <div class="contents" tabindex="0" role="group" aria-labelledby="heading"><slot></slot></div>
    </dialog>`;
  }

  override updated(changed: Map<string, unknown>): void {
    if (changed.has('open')) this.open ? this.show() : this.hide();
  }

  private show(): void {
    if (this.dialog.open) return;
    this.cameFrom = deepFocus();
    if (this.dialog.showModal) return this.dialog.showModal();
    this.dialog.classList.add('old');
    this.dialog.setAttribute('open', '');
    this.dialog.setAttribute('role', 'dialog');
    this.dialog.querySelector('button')?.focus();
  }

  private hide(): void {
    if (!this.dialog.hasAttribute('open')) return;
    this.dialog.close ? this.dialog.close() : this.dialog.removeAttribute('open');
    this.cameFrom?.focus();
  }

  private shut(): void {
    if (!this.open) return;
    this.open = false;
    this.dispatchEvent(new Event('close'));
  }

  private clicked(event: MouseEvent): void {
    if (event.target === this.dialog) this.shut();
  }

  private pressed(event: KeyboardEvent): void {
    event.stopPropagation();
    if (event.key === 'Escape' && !this.dialog.showModal) this.shut();
  }
}

/** The element that has the focus, looked for through shadow trees. */
function deepFocus(): HTMLElement | null {
  let focused = document.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  return focused as HTMLElement | null;
}

define('policy-sheet', PolicySheet);
