import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Rating } from '../conversation/conversation.js';
import { messages } from '../messages.js';
import { base } from '../styles.js';
import { define, signal } from './signals.js';

/**
 * Thumbs up and down; down asks for a reason, which may be left out. The same thumb again takes the rating back.
 *
 * @property rating what was given so far
 * @property turn the turn that is rated
 * @fires policy-rate turn, rating and reason
 * @fires policy-announce thanks, for a screen reader
 */
export class PolicyRating extends LitElement {
  @property({ attribute: false }) rating: Rating = null;
  @property({ type: Number }) turn = 0;
  @state() private asking = false;
  @state() private reasons: string[] = [];

  static override styles = [
    base,
    css`
      :host { display: contents; }
      button[aria-pressed='true'] { background: var(--pa-accent-soft); color: var(--pa-accent); font-weight: 600; }
      form { flex-basis: 100%; display: grid; gap: 8px; padding: .6em; border: 1px solid var(--pa-line); border-radius: 8px; }
      input[type='text'] { width: 100%; min-height: var(--pa-target, 44px); padding: 0 .6em; border: 1px solid var(--pa-edge); border-radius: 8px; background: var(--pa-surface); }
      .act { font-size: .875em; color: var(--pa-text-2); }
    `,
  ];

  override render() {
    return html`${this.thumb('up')}${this.thumb('down')}${this.asking ? this.form() : nothing}`;
  }

  override updated(changed: Map<string, unknown>): void {
    if (changed.has('asking')) this.renderRoot.querySelector('form')?.scrollIntoView({ block: 'nearest' });
  }

  private thumb(rating: 'up' | 'down'): TemplateResult {
    return html`<button class="act" aria-pressed=${this.rating === rating} @click=${() => this.press(rating)}>${messages[rating]}</button>`;
  }

  private form(): TemplateResult {
    return html`<form @submit=${this.submit}>
      <span id="reason">${messages.downReason}</span>
      <div class="row">
        ${messages.downReasons.map(
          (reason) => html`<button type="button" class="chip quiet" aria-pressed=${this.reasons.includes(reason)} @click=${() => this.toggle(reason)}>${reason}</button>`,
        )}
      </div>
      <input type="text" name="reason" maxlength="200" aria-labelledby="reason" />
      <div class="row">
        <button class="primary">${messages.submit}</button>
        <button type="button" @click=${() => (this.asking = false)}>${messages.cancel}</button>
      </div>
    </form>`;
  }

  private press(rating: 'up' | 'down'): void {
    const next = this.rating === rating ? null : rating;
    this.asking = next === 'down';
    this.reasons = [];
    this.give(next, '');
  }

  private toggle(reason: string): void {
    this.reasons = this.reasons.includes(reason) ? this.reasons.filter((one) => one !== reason) : [...this.reasons, reason];
  }

  private submit(event: SubmitEvent): void {
    event.preventDefault();
    const words = String(new FormData(event.target as HTMLFormElement).get('reason') ?? '').trim();
    this.asking = false;
    this.give('down', [...this.reasons, words].filter(Boolean).join('；'));
  }

  private give(rating: Rating, reason: string): void {
    signal(this, 'policy-rate', { turn: this.turn, rating, reason });
    if (rating) signal(this, 'policy-announce', messages.thanks);
  }
}

define('policy-rating', PolicyRating);
