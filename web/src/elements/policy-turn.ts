import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Answer, Block, Change, Decision } from '../contract.js';
import type { Turn } from '../conversation/conversation.js';
import { messages } from '../messages.js';
import { base } from '../styles.js';
import { copyText } from '../text/clipboard.js';
import { changeText } from '../text/facts.js';
import { layout, questionParts } from '../text/layout.js';
import { plainAnswer, spokenAnswer } from '../text/plain.js';
import { voice } from '../text/voice.js';
import { blockText, citationMark } from './answer-text.js';
import { blockStyle, citeStyle } from './answer-style.js';
import './policy-decision.js';
import './policy-rating.js';
import { define, signal } from './signals.js';

/**
 * One exchange: the user's bubble, what was understood, and the answer with its decisions, sources and actions.
 *
 * @property turn the exchange; `text` '' shows no user's bubble
 * @attr bare shows no actions (a greeting)
 * @fires policy-cite @fires policy-rate @fires policy-retry @fires policy-announce
 * @csspart said @csspart answer
 */
export class PolicyTurn extends LitElement {
  @property({ attribute: false, hasChanged: () => true }) turn?: Turn;
  @property({ type: Boolean }) bare = false;
  @state() private reading = false;
  @state() private copied = false;

  static override styles = [
    base,
    citeStyle,
    blockStyle,
    css`
      :host { display: grid; gap: 10px; grid-template-columns: minmax(0, 1fr); }
      .said { justify-self: end; max-width: 85%; background: var(--pa-own); color: var(--pa-own-text); border-radius: 10px 2px 10px 10px; padding: .55em .8em; white-space: pre-wrap; line-height: 1.5; }
      .answer { justify-self: start; width: fit-content; max-width: min(100%, 40em); background: var(--pa-surface); border-radius: 2px 10px 10px 10px; padding: .7em .8em; display: grid; gap: .6em; line-height: 1.65; grid-template-columns: minmax(0, 1fr); }
      .answer.full { width: 100%; }
      .answer p + p { margin-top: .35em; }
      .state { justify-self: end; font-size: .875em; color: var(--pa-text-2); }
      .state.failed { color: var(--pa-not); }
      .understood { display: flex; flex-wrap: wrap; gap: 6px; align-items: center; font-size: .875em; }
      .understood li { background: var(--pa-accent-soft); color: var(--pa-text); border-radius: 6px; padding: .15em .55em; line-height: 1.5; }
      .sources { display: flex; flex-wrap: wrap; gap: .2em 1em; font-size: .8125em; color: var(--pa-text-2); }
      .sources li { display: flex; gap: .3em; align-items: baseline; }
      .actions { margin: 0 -.4em -.4em; gap: 0; }
      @media print { .actions { display: none; } :host { margin-bottom: 16px; } }
      .actions > button { font-size: .875em; color: var(--pa-text-2); }
      .call { display: inline-flex; align-items: center; min-height: var(--pa-target, 44px); padding: 0 1em; border-radius: 8px; background: var(--pa-accent); color: var(--pa-accent-text); text-decoration: none; font-weight: 600; justify-self: start; }
    `,
  ];

  override render() {
    const { turn } = this;
    if (!turn) return nothing;
    return html`${turn.text ? html`<div class="said wrap" part="said"><span class="heard">${messages.you}</span>${turn.text}</div>` : nothing}
      ${this.progress(turn)}${hasContent(turn.answer) ? this.answer(turn) : nothing}`;
  }

  private progress({ status, clientId }: Turn): TemplateResult | typeof nothing {
    if (status === 'unsent') return html`<div class="state">${messages.unsent}</div>`;
    if (status !== 'failed') return nothing;
    return html`<div class="state failed">${messages.failed}
      <button class="plain" @click=${() => signal(this, 'policy-retry', clientId)}>${messages.retry}</button></div>`;
  }

  private answer({ answer, status, rating }: Turn): TemplateResult {
    const items = layout(answer);
    const actions = this.bare || status !== 'done' ? nothing : this.actions(answer, rating);
    const says = items.length || answer.handoff || answer.changes.length;
    return html`${says
      ? html`<div class="answer ${answer.decisions.length ? 'full' : ''}" part="answer">
          <span class="heard">${messages.assistant}</span>
          ${this.understood(answer)}
          ${items.map((item) => ('block' in item ? blockText(item.block, answer.citations, this) : this.card(item, answer)))}
          ${this.sources(answer)}${call(answer)}${actions}
        </div>`
      : nothing}
    ${this.question(answer, says ? nothing : actions)}`;
  }

  private question(answer: Answer, actions: TemplateResult | typeof nothing): TemplateResult | typeof nothing {
    const [question, hint] = questionParts(answer);
    if (!question) return nothing;
    return html`<div class="answer" part="answer">
      <p class="question wrap">${question}</p>
      ${hint ? html`<p class="small wrap">${hint}</p>` : nothing}${actions}
    </div>`;
  }

  /** What was newly understood; what was changed too, where no sentence says so. */
  private understood({ changes, facts, blocks }: Answer): TemplateResult | typeof nothing {
    const told = blocks.some((block) => block?.kind === 'changed');
    const fresh = changes.filter(({ op }) => op === 'set' || !told);
    if (!fresh.length) return nothing;
    const shown = (change: Change) => html`<li class="wrap">${changeText(change, facts)}</li>`;
    return html`<ul class="understood" aria-label=${messages.understood}>${fresh.map(shown)}</ul>`;
  }

  private card({ decision, blocks }: { decision: Decision; blocks: Block[] }, { citations, facts, hypothetical }: Answer): TemplateResult {
    return html`<policy-decision .decision=${decision} .blocks=${blocks} .citations=${citations} .facts=${facts}
      ?hypothetical=${hypothetical}></policy-decision>`;
  }

  private sources({ citations }: Answer): TemplateResult | typeof nothing {
    if (!citations.length) return nothing;
    return html`<ol class="sources" aria-label=${messages.sources}>${citations.map(
      (citation, index) => html`<li>${citationMark(index + 1, citation, this)}
        <span class="wrap">${citation.document_number} ${messages.clause(citation.clause.number)}</span></li>`,
    )}</ol>`;
  }

  private actions(answer: Answer, rating: Turn['rating']): TemplateResult {
    return html`<div class="row actions">
      <button @click=${() => this.copy(answer)}>${this.copied ? messages.copied : messages.copy}</button>
      ${voice.available()
        ? html`<button aria-pressed=${this.reading} @click=${() => this.speak(answer)}>${this.reading ? messages.stopReading : messages.readAloud}</button>`
        : nothing}
      <policy-rating .rating=${rating} .turn=${answer.turn}></policy-rating>
    </div>`;
  }

  private async copy(answer: Answer): Promise<void> {
    this.copied = await copyText(plainAnswer(answer));
    signal(this, 'policy-announce', this.copied ? messages.copied : messages.copyFailed);
    setTimeout(() => (this.copied = false), 2000);
  }

  private speak(answer: Answer): void {
    if (this.reading) return voice.stop();
    this.reading = true;
    voice.read(spokenAnswer(answer), () => (this.reading = false));
  }
}

/** The telephone number to tap, where a person should take over. */
function call({ handoff }: Answer): TemplateResult | typeof nothing {
  return handoff ? html`<a class="call" href="tel:${handoff.phone.replace(/[^\d+-]/g, '')}">${messages.call} ${handoff.phone}</a>` : nothing;
}

function hasContent({ blocks, decisions, changes, question }: Answer): boolean {
  return Boolean(blocks.length || decisions.length || changes.length || question);
}

define('policy-turn', PolicyTurn);
