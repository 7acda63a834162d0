import { css, html, LitElement, nothing } from 'lit';
import { state } from 'lit/decorators.js';
import type { ClauseId } from '../contract.js';
import { base, tokens } from '../styles.js';
import { CaseFile } from '../workbench/case-file.js';
import { caseOf } from '../workbench/case-link.js';
import { Knowledge } from '../workbench/knowledge.js';
import { words } from '../workbench/words.js';
import { ClauseReading } from './clause-reading.js';
import type { Range } from './policy-clause.js';
import { define } from './signals.js';
import './workbench-entitlement.js';
import './workbench-facts.js';
import './workbench-outcomes.js';
import './workbench-search.js';

interface Opened {
  clause: ClauseId;
  entitlement?: string;
  spans: Range[];
}

/**
 * The hotline officer's desk: search and outcomes on the left, what is open in the middle, the caller's case on the
 * right. A case in the address (#case=…) is taken up.
 */
export class PolicyWorkbench extends LitElement {
  @state() private searching = false;
  @state() private ranges: Range[] = [];
  private readonly knowledge = new Knowledge(location.origin);
  private readonly file = new CaseFile(this.knowledge);
  private readonly reading = new ClauseReading(this);

  static override styles = [
    tokens,
    base,
    css`
      :host { display: block; color: var(--pa-text); line-height: 1.6; --pa-target: 44px; }
      .desk { display: grid; gap: 16px; align-items: start; grid-template-columns: minmax(260px, 3fr) minmax(0, 6fr) minmax(280px, 3.5fr); padding: 16px; }
      .column { display: grid; gap: 16px; grid-template-columns: minmax(0, 1fr); }
      .side { position: sticky; top: 8px; max-height: calc(100vh - 16px); overflow: auto; padding: 4px; }
      h2 { font-size: 1em; }
      .problem { grid-column: 1 / -1; background: var(--pa-not-soft); color: var(--pa-not); padding: 8px 14px; border-radius: 8px; }
      @media (max-width: 900px) { .desk { grid-template-columns: minmax(0, 1fr); } .side { position: static; max-height: none; } }
      @media print { .desk { display: block; } .left { display: none; } .side { position: static; max-height: none; } }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    this.file.addEventListener('change', () => this.requestUpdate());
    void this.takeUp();
  }

  override render() {
    const { file, reading } = this;
    return html`<div class="desk" @workbench-open=${this.open} @policy-cite=${(event: CustomEvent<Opened>) => this.read(event.detail.clause)}>
      ${file.problem ? html`<p class="problem wrap" role="alert">${file.problem}</p>` : nothing}
      <div class="column side left" tabindex="0" role="region" aria-label=${words.outcomes}>
        <workbench-search .knowledge=${this.knowledge} .entitlements=${file.entitlements} @workbench-searching=${(event: CustomEvent<boolean>) => (this.searching = event.detail)}></workbench-search>
        <workbench-outcomes ?hidden=${this.searching} .decisions=${file.decisions} chosen=${file.chosen}></workbench-outcomes>
      </div>
      <div class="column"><workbench-entitlement .file=${file} .page=${reading.page} .ranges=${this.ranges} ?failed=${reading.failed}></workbench-entitlement></div>
      <div class="column side" tabindex="0" role="region" aria-label=${words.caseHeading}>
        <h2>${words.caseHeading}</h2>
        <workbench-facts .file=${file}></workbench-facts>
      </div>
    </div>`;
  }

  private async takeUp(): Promise<void> {
    const linked = caseOf(location.hash);
    await this.file.open(linked ?? undefined);
    const chosen = this.file.entitlements.find(({ id }) => id === linked?.chosen);
    if (chosen) this.show({ clause: chosen.clause, entitlement: chosen.id, spans: [] });
  }

  private open({ detail }: CustomEvent<Opened>): void {
    this.show(detail);
  }

  private show({ clause, entitlement, spans }: Opened): void {
    this.ranges = spans;
    this.read(clause);
    void this.file.choose(entitlement ?? '').then(() => this.bringIntoSight());
  }

  /** What was opened may begin out of sight: above, or on a narrow screen below the list. */
  private bringIntoSight(): void {
    const opened = this.renderRoot.querySelector('workbench-entitlement');
    const top = opened?.getBoundingClientRect().top ?? 0;
    if (top < 0 || top > innerHeight / 2) opened?.scrollIntoView({ block: 'start' });
  }

  private read(clause: ClauseId): void {
    void this.reading.read(this.knowledge, clause);
  }
}

define('policy-workbench', PolicyWorkbench);
