import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { FactDefinition } from '../contract.js';
import { Api } from '../conversation/api.js';
import type { Conversation, Turn } from '../conversation/conversation.js';
import { messages } from '../messages.js';
import { base } from '../styles.js';
import { withoutMarks } from '../text/marks.js';
import { chatStyle } from './chat-style.js';
import { ClauseReading } from './clause-reading.js';
import { chosen, type PolicyChoices } from './policy-choices.js';
import './policy-clause.js';
import './policy-composer.js';
import type { PolicyComposer } from './policy-composer.js';
import './policy-facts.js';
import './policy-menu.js';
import './policy-sheet.js';
import './policy-turn.js';
import { define, signal, type Signals } from './signals.js';

/** What can be tapped in any case is not suggested once more. */
const ALWAYS = [messages.dontKnow, messages.whySent, messages.person, messages.undo, messages.restart];

type Sheet = '' | 'clause' | 'facts' | 'menu';
type Detail<K extends keyof Signals> = CustomEvent<Signals[K]>;

/**
 * The panel: heading, the log of the conversation, what can be tapped, and where one types.
 *
 * @property talk the conversation @property api where clauses and the vocabulary come from
 * @attr heading @attr opening @attr text-size @attr theme
 * @attr closable shows 全屏 and 关闭
 * @attr full whether it fills the window
 * @fires policy-prefer the text size or theme that was chosen
 * @fires policy-full when 全屏 or 还原 was tapped
 * @fires policy-close when 关闭 was tapped
 * @csspart header @csspart log @csspart composer
 */
export class PolicyChat extends LitElement {
  @property({ attribute: false }) talk!: Conversation;
  @property({ attribute: false }) api!: Api;
  @property() heading = '';
  @property() opening = '';
  @property({ attribute: 'text-size' }) textSize = '';
  @property() theme = '';
  @property({ type: Boolean }) closable = false;
  @property({ type: Boolean }) full = false;
  @state() private sheet: Sheet = '';
  @state() private vocabulary: Record<string, FactDefinition> = {};
  @state() private announcement = '';
  @state() private away = false;
  @query('.log') private log!: HTMLElement;
  @query('policy-composer') private composer!: PolicyComposer;
  @query('policy-choices') private choices!: PolicyChoices;

  private readonly reading = new ClauseReading(this);
  private placed = 0;
  private waiting = false;
  private readonly heard = () => this.follow();

  static override styles = [base, chatStyle];

  focusInput(): void {
    this.composer.focus();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.talk?.addEventListener('change', this.heard);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.talk?.removeEventListener('change', this.heard);
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('talk')) return;
    changed.get('talk')?.removeEventListener('change', this.heard);
    this.talk.addEventListener('change', this.heard);
  }

  override render() {
    return html`<div class="chat" @policy-say=${this.say} @policy-cite=${this.cite} @policy-fact=${this.setFact} @policy-rate=${this.rate}
        @policy-retry=${this.retry} @policy-announce=${(event: Detail<'policy-announce'>) => this.announce(event.detail)}>
      ${this.header()}${this.banner()}
      <div class="log" part="log" role="log" aria-live="off" aria-label=${messages.log} tabindex="0" @scroll=${this.look}>${this.conversation()}</div>
      ${this.away ? this.down() : nothing}
      ${this.foot()}
      <div class="heard" role="status">${this.announcement}</div>
      ${this.sheets()}
    </div>`;
  }

  override updated(): void {
    void this.place();
  }

  private header(): TemplateResult {
    const known = Object.keys(this.talk.facts).length;
    return html`<header part="header">
      <h2>${this.heading}</h2>
      <button @click=${() => this.openFacts()}>${messages.myFacts}${known ? html` <span class="badge">${known}</span>` : nothing}</button>
      <button @click=${() => (this.sheet = 'menu')}>${messages.menu}</button>
      ${this.closable ? html`<button class="full" @click=${() => this.dispatchEvent(new Event('policy-full'))}>${this.full ? messages.leaveFull : messages.full}</button>
        <button @click=${() => this.dispatchEvent(new Event('policy-close'))}>${messages.close}</button>` : nothing}
    </header>`;
  }

  private banner(): TemplateResult | typeof nothing {
    const { link, problem, erased } = this.talk;
    if (link !== 'online') return html`<p class="banner">${link === 'offline' ? messages.offline : messages.reconnecting}</p>`;
    if (!problem) return nothing;
    return html`<p class="banner problem wrap">${erased ? messages.erasedHere : problem}
      ${erased ? html`<button class="plain" @click=${() => this.talk.beginAnew()}>${messages.restart}</button>` : nothing}</p>`;
  }

  private conversation(): TemplateResult {
    const { greeting, turns, latest, busy, link } = this.talk;
    const offered = [...(turns.length || !this.opening ? [] : [this.opening]), ...(latest?.suggestions ?? [])];
    const suggestions = offered.filter((text) => !ALWAYS.includes(text));
    return html`
      ${greeting ? html`<policy-turn bare .turn=${asTurn(greeting)}></policy-turn>` : nothing}
      ${repeat(turns, ({ clientId }) => clientId, (turn) => html`<policy-turn data-turn .turn=${turn}></policy-turn>`)}
      <p class="working" aria-hidden="true" ?hidden=${!busy || link !== 'online'}>${messages.working}</p>
      <policy-choices ?hidden=${busy} .question=${latest?.question ?? null} .suggestions=${suggestions}></policy-choices>`;
  }

  private down(): TemplateResult {
    if (this.talk.latest?.question) return html`<button class="down" @click=${this.toEnd}>${messages.questionBelow}</button>`;
    return html`<button class="down small" aria-label=${messages.toEnd} @click=${this.toEnd}>↓</button>`;
  }

  private foot(): TemplateResult {
    const say = (text: string) => html`<button @click=${() => signal(this.log, 'policy-say', text)}>${text}</button>`;
    return html`<footer part="composer">
      <div class="quick">${say(messages.undo)}${say(messages.restart)}${say(messages.person)}</div>
      <policy-composer ?disabled=${this.talk.busy}></policy-composer>
      <p class="small fine">${messages.personalData}${messages.disclaimer}</p>
    </footer>`;
  }

  private sheets(): TemplateResult {
    const shut = () => (this.sheet = '');
    const { page, citation, failed } = this.reading;
    return html`
      <policy-sheet heading=${messages.clauseSheet} ?open=${this.sheet === 'clause'} @close=${shut}>
        <policy-clause .page=${page} .citation=${citation} ?failed=${failed}></policy-clause>
      </policy-sheet>
      <policy-sheet heading=${messages.myFacts} ?open=${this.sheet === 'facts'} @close=${shut}>
        <policy-facts .facts=${this.talk.facts} .vocabulary=${this.vocabulary} ?disabled=${this.talk.busy}></policy-facts>
      </policy-sheet>
      <policy-sheet heading=${messages.menu} ?open=${this.sheet === 'menu'} @close=${shut}>
        <policy-menu text-size=${this.textSize} theme=${this.theme} about=${this.api.page('about')} @policy-erase=${this.erase}></policy-menu>
      </policy-sheet>`;
  }

  private async say(event: Detail<'policy-say'>): Promise<void> {
    if (this.talk.busy) return;
    const typed = event.composedPath().includes(this.composer);
    const tapped = event.composedPath().includes(this.choices);
    if (typed) this.composer.clear();
    if (tapped) this.log.focus({ preventScroll: true });
    await this.talk.say(typed ? chosen(event.detail, this.talk.latest?.question) : event.detail);
    if (tapped) await this.backToChoices();
  }

  /** The chip that was tapped is gone: whoever works by keyboard goes on at the next ones. */
  private async backToChoices(): Promise<void> {
    await this.updateComplete;
    await this.choices.updateComplete;
    if ((this.renderRoot as ShadowRoot).activeElement === this.log) this.choices.focus();
  }

  private cite({ detail }: Detail<'policy-cite'>): void {
    this.sheet = 'clause';
    void this.reading.read(this.api, detail.clause, detail.citation);
  }

  private async openFacts(): Promise<void> {
    this.sheet = 'facts';
    if (Object.keys(this.vocabulary).length) return;
    const facts = await this.api.facts().catch(() => []);
    this.vocabulary = Object.fromEntries(facts.map((fact) => [fact.id, fact]));
  }

  private async setFact({ detail }: Detail<'policy-fact'>): Promise<void> {
    if (await this.talk.setFacts({ [detail.fact]: detail.value })) this.announce(messages.finished);
    else this.sheet = '';
  }

  private rate({ detail }: Detail<'policy-rate'>): void {
    const turn = this.talk.turns.find(({ answer }) => answer.turn === detail.turn);
    if (turn) void this.talk.rate(turn, detail.rating, detail.reason);
  }

  private retry({ detail }: Detail<'policy-retry'>): void {
    const turn = this.talk.turns.find(({ clientId }) => clientId === detail);
    if (turn) void this.talk.retry(turn);
  }

  private async erase(): Promise<void> {
    this.sheet = '';
    await this.talk.erase();
    this.focusInput();
  }

  /** One word when it begins, one sentence when it is done; nothing between. */
  private follow(): void {
    const { busy, link, latest } = this.talk;
    if (link !== 'online') this.announce(link === 'offline' ? messages.offline : messages.reconnecting);
    else if (busy && !this.waiting) this.announce(messages.working);
    else if (!busy && this.waiting && latest) this.announce(messages.finished + firstWords(latest));
    this.waiting = busy;
    this.requestUpdate();
  }

  private announce(text: string): void {
    this.announcement = text;
  }

  /** Shows a new exchange: what is asked where it does nothing but ask, else the answer from its beginning. What was said elsewhere moves no reader. */
  private async place(): Promise<void> {
    const { turns, busy, joined } = this.talk;
    if (!busy && this.placed === turns.length) return;
    if (!busy) this.placed = turns.length;
    if (this.away && !busy && turns.length === joined) return;
    await new Promise(requestAnimationFrame);
    const shown = this.renderRoot.querySelectorAll<HTMLElement>('[data-turn]');
    const last = shown[shown.length - 1];
    if (last) this.log.scrollTop = !busy && asksOnly(this.talk.latest) ? this.log.scrollHeight : last.offsetTop - 12;
    this.look();
  }

  /** Whether the end of the log is out of sight. */
  private look(): void {
    const { scrollHeight, scrollTop, clientHeight } = this.log;
    this.away = scrollHeight - scrollTop - clientHeight > 60;
  }

  private toEnd(): void {
    this.log.scrollTop = this.log.scrollHeight;
    this.choices.focus();
  }
}

function asTurn(answer: Turn['answer']): Turn {
  return { clientId: '', text: '', status: 'done', answer, rating: null };
}

/** Whether an answer settles nothing yet: it asks for what would settle it. */
function asksOnly(answer: Turn['answer'] | null): boolean {
  const open = answer?.decisions.every(({ outcome }) => outcome === 'needs_facts');
  return Boolean(answer?.question && answer.act === 'eligibility' && open);
}

function firstWords({ blocks, citations }: Turn['answer']): string {
  return withoutMarks(blocks[0]?.text ?? '', citations.length);
}

define('policy-chat', PolicyChat);
