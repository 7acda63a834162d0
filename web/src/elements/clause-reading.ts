import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Citation, ClauseId, ClausePage } from '../contract.js';
import type { Api } from '../conversation/api.js';

/** The clause that is being read: fetched once, kept for the page's life. Tells its host when it has come. */
export class ClauseReading implements ReactiveController {
  page: ClausePage | null = null;
  citation?: Citation;
  failed = false;
  private asked = 0;
  private readonly kept = new Map<string, ClausePage>();

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostConnected(): void {}

  async read(api: Api, clause: ClauseId, citation?: Citation): Promise<void> {
    const key = `${clause.document}/${clause.number}`;
    const mine = ++this.asked;
    Object.assign(this, { citation, failed: false, page: this.kept.get(key) ?? null });
    this.host.requestUpdate();
    if (this.page) return;
    try {
      const page = await api.clause(clause);
      this.kept.set(key, page);
      if (mine === this.asked) this.page = page;
    } catch {
      if (mine === this.asked) this.failed = true;
    }
    this.host.requestUpdate();
  }
}
