import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { Api } from '../conversation/api.js';
import { Conversation } from '../conversation/conversation.js';
import { Memory } from '../conversation/memory.js';
import { messages } from '../messages.js';
import { base, tokens } from '../styles.js';
import { accentFor } from '../text/colour.js';
import './policy-chat.js';
import type { PolicyChat } from './policy-chat.js';
import { Preferences } from '../conversation/preferences.js';
import { dragged } from './dragging.js';
import { define } from './signals.js';

/** Where the script came from: the service, unless `endpoint` names another. */
const HOME = originOf((document.currentScript as HTMLScriptElement | null)?.src);
let instances = 0;

/**
 * The chat with a policy assistant, in any page.
 *
 * @attr endpoint where the service is; by default where the script came from
 * @attr heading the title of the panel
 * @attr colour #rrggbb for buttons and marks; made darker or lighter until it can be read
 * @attr opening a question that is offered as the first thing to tap
 * @attr text-size `standard` or `large` (20 px and more, targets of 60 px); what the user chose goes before
 * @attr theme `light`, `dark`, or nothing: as the system is
 * @attr mode `inline` fills its box, `page` fills the window, `floating` is a button at the lower right
 * @attr as-of the date (YYYY-MM-DD) that rules are read at; by default today
 * @attr open whether a floating panel is shown
 * @fires policy-answer the Answer, after each turn
 * @fires policy-open @fires policy-close when a floating panel is shown or hidden
 * @csspart launcher
 * @cssprop --pa-accent and the other colours of tokens.css
 */
export class PolicyAssistant extends LitElement {
  @property() endpoint = HOME;
  @property() heading = messages.title;
  @property() colour = '';
  @property() opening = '';
  @property({ attribute: 'text-size', reflect: true }) textSize = 'standard';
  @property({ reflect: true }) theme = '';
  @property({ reflect: true }) mode = 'inline';
  @property({ attribute: 'as-of' }) asOf = '';
  @property({ type: Boolean, reflect: true }) open = false;
  @state() private talk?: Conversation;
  @state() private full = false;
  @query('policy-chat') private chat?: PolicyChat;
  @query('.launcher') private launcher?: HTMLButtonElement;

  private readonly instance = ++instances;
  private api = new Api('');
  private preferences = new Preferences('policy-assistant');
  private readonly darkSystem = matchMedia('(prefers-color-scheme: dark)');
  private readonly recolour = () => this.paint();
  private readonly online = () => (this.talk?.hurry(), this.met());
  private readonly met = () => document.hidden || void this.talk?.meet();
  private readonly resize = () => this.fitWindow();

  static override styles = [
    tokens,
    base,
    css`
      :host { --pa-target: 44px; display: block; height: 100%; min-height: 0; font-size: 1rem; line-height: 1.6; color: var(--pa-text); font-family: -apple-system, BlinkMacSystemFont, 'PingFang SC', 'Noto Sans CJK SC', 'Microsoft YaHei', sans-serif; text-align: start; }
      :host([text-size='large']) { --pa-target: 60px; font-size: 1.25rem; }
      :host([mode='page']) { position: fixed; inset: var(--pa-top, 0) 0 auto; height: var(--pa-window, 100%); }
      :host([mode='floating']) { display: contents; }
      .panel { height: 100%; }
      :host([mode='floating']) .panel { position: fixed; z-index: 2147483000; right: 20px; bottom: 20px; width: min(420px, calc(100vw - 40px)); height: min(680px, calc(100vh - 40px)); border-radius: 14px; overflow: hidden; box-shadow: 0 6px 30px var(--pa-shadow); color: var(--pa-text); }
      :host([mode='floating']) .panel.full { inset: 0; width: 100%; height: var(--pa-window, 100%); border-radius: 0; }
      .launcher { touch-action: none; position: fixed; z-index: 2147483000; right: 20px; bottom: 20px; min-width: 60px; min-height: 60px; padding: 0 1.2em; border-radius: 30px; background: var(--pa-accent); color: var(--pa-accent-text); font-weight: 600; box-shadow: 0 3px 14px var(--pa-shadow); }
      @media (max-width: 640px) { :host([mode='floating']) .panel { inset: var(--pa-top, 0) 0 auto; width: 100%; height: var(--pa-window, 100%); border-radius: 0; } }
      @media print { :host, .panel { position: static !important; height: auto !important; } .launcher { display: none; } }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    this.darkSystem.addEventListener?.('change', this.recolour);
    addEventListener('online', this.online);
    addEventListener('offline', this.online);
    document.addEventListener('visibilitychange', this.online);
    addEventListener('storage', this.met);
    window.visualViewport?.addEventListener('resize', this.resize);
    window.visualViewport?.addEventListener('scroll', this.resize);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.darkSystem.removeEventListener?.('change', this.recolour);
    removeEventListener('online', this.online);
    removeEventListener('offline', this.online);
    document.removeEventListener('visibilitychange', this.online);
    removeEventListener('storage', this.met);
    window.visualViewport?.removeEventListener('resize', this.resize);
    window.visualViewport?.removeEventListener('scroll', this.resize);
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (!this.hasUpdated) this.adopt();
    if (changed.has('endpoint') || !this.talk) this.connect();
    if (changed.has('colour') || changed.has('theme')) this.paint();
    if (this.talk && (this.mode !== 'floating' || this.open)) void this.talk.open();
  }

  override render() {
    const floating = this.mode === 'floating';
    if (floating && !this.open) {
      return html`<button lang="zh-CN" class="launcher" part="launcher" aria-haspopup="dialog" @pointerdown=${dragged} @click=${this.show}>${this.heading}</button>`;
    }
    return html`<div lang="zh-CN" class="panel ${this.full ? 'full' : ''}" role=${floating ? 'dialog' : 'region'} aria-label=${this.heading} @keydown=${this.pressed}>
      ${this.talk
        ? html`<policy-chat
            heading=${this.heading} opening=${this.opening} text-size=${this.textSize} theme=${this.shownTheme} ?closable=${floating}
            .talk=${this.talk} .api=${this.api} ?full=${this.full}
            @policy-prefer=${this.prefer} @policy-full=${() => (this.full = !this.full)} @policy-close=${this.hide}></policy-chat>`
        : nothing}
    </div>`;
  }

  /** Opens a floating panel. */
  async show(): Promise<void> {
    this.open = true;
    this.dispatchEvent(new CustomEvent('policy-open'));
    await this.updateComplete;
    this.fitWindow();
    await this.chat?.updateComplete;
    this.chat?.focusInput();
  }

  /** Closes a floating panel; the conversation goes on when it is opened again. */
  async hide(): Promise<void> {
    this.open = false;
    this.dispatchEvent(new CustomEvent('policy-close'));
    await this.updateComplete;
    this.launcher?.focus();
  }

  private get shownTheme(): string {
    return this.theme || (this.darkSystem.matches ? 'dark' : 'light');
  }

  private adopt(): void {
    const { textSize, theme } = this.preferences.load();
    if (textSize) this.textSize = textSize;
    if (theme) this.theme = theme;
  }

  private connect(): void {
    this.api = new Api(this.endpoint);
    const memory = new Memory(`policy-assistant:${this.endpoint}:${this.id || this.instance}`);
    const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
    this.talk = new Conversation(this.api, memory, { wait, online: () => navigator.onLine }, this.asOf);
    this.talk.addEventListener('answer', () => {
      this.dispatchEvent(new CustomEvent('policy-answer', { detail: this.talk?.latest, bubbles: true, composed: true }));
    });
  }

  private prefer(event: CustomEvent<{ textSize?: string; theme?: string }>): void {
    Object.assign(this, event.detail);
    this.preferences.save({ textSize: this.textSize, theme: this.theme });
  }

  private paint(): void {
    const readable = accentFor(this.colour, this.shownTheme === 'dark');
    const { accent, text, soft } = readable ?? {};
    const own = { '--pa-accent': accent, '--pa-accent-text': text, '--pa-accent-soft': soft, '--pa-own': soft, '--pa-own-text': soft && 'var(--pa-text)' };
    for (const [name, value] of Object.entries(own)) value ? this.style.setProperty(name, value) : this.style.removeProperty(name);
    this.requestUpdate();
  }

  /** A phone's keyboard covers the window, and may push it up; what is left of it is ours. */
  private fitWindow(): void {
    const seen = window.visualViewport;
    if (!seen) return;
    this.style.setProperty('--pa-window', `${Math.round(seen.height)}px`);
    this.style.setProperty('--pa-top', `${Math.round(seen.offsetTop)}px`);
  }

  private pressed(event: KeyboardEvent): void {
    if (event.key === 'Escape' && this.mode === 'floating' && !event.isComposing) void this.hide();
  }
}

function originOf(url: string | undefined): string {
  try {
    return url ? new URL(url).origin : location.origin;
  } catch {
    return location.origin;
  }
}

define('policy-assistant', PolicyAssistant);
