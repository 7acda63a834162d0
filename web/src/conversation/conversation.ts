import type { Answer, FactValue, FactView, StreamEvent } from '../contract.js';
import { messages } from '../messages.js';
import { Api, ConnectionLost, ServiceProblem } from './api.js';
import { emptyAnswer, fold } from './fold.js';
import { Memory, nothing, type Remembered } from './memory.js';

export type TurnStatus = 'waiting' | 'unsent' | 'done' | 'failed';
export type Rating = 'up' | 'down' | null;

/** One exchange as shown: `text` is what was said ('' for a form), `answer` as far as it has come. */
export interface Turn {
  clientId: string;
  text: string;
  status: TurnStatus;
  answer: Answer;
  rating: Rating;
}

export type Link = 'online' | 'reconnecting' | 'offline';

export interface Clock {
  wait(ms: number): Promise<void>;
  online(): boolean;
}

const RETRY_MS = [500, 1000, 2000, 4000, 8000];

/**
 * A conversation with the service, without any DOM: what was said and answered, what is known, and how the line is.
 *
 * It keeps one message that has not been answered and sends it again (the same `client_id`, so that nothing is done
 * twice) when the line is back or the page was loaded anew. Fires `change` after every step, and `answer` after every answer.
 */
export class Conversation extends EventTarget {
  turns: Turn[] = [];
  greeting: Answer | null = null;
  facts: Record<string, FactView> = {};
  link: Link = 'online';
  /** What to tell the user, in the service's own words where it answered; '' for nothing. */
  problem = '';
  erased = false;
  /** How many turns there were when what was said elsewhere was last taken over. */
  joined = 0;
  private remembered: Remembered;
  private starting: Promise<void> | null = null;
  private wake: () => void = () => undefined;
  /** The number of the last event that came, where a resume begins. */
  private lastSeen = 0;

  constructor(
    private readonly api: Api,
    private readonly memory: Memory,
    private readonly clock: Clock,
    private readonly asOf = '',
    private readonly newId: () => string = randomId,
  ) {
    super();
    this.remembered = memory.load();
  }

  get id(): string | null {
    return this.remembered.conversation;
  }

  get busy(): boolean {
    return this.turns.some(({ status }) => status === 'waiting' || status === 'unsent');
  }

  /** The answer whose question and suggestions stand open. */
  get latest(): Answer | null {
    const last = this.turns[this.turns.length - 1];
    return last ? last.answer : this.greeting;
  }

  /** Takes up the conversation of the last visit, or begins one. Safe to call again. */
  open(): Promise<void> {
    this.starting = this.starting ?? this.restoreOrBegin().catch((error) => {
      this.starting = null;
      this.report(error);
    });
    return this.starting;
  }

  /** Says `text`. Refused (false) while an answer is under way, and for blank text. */
  async say(text: string): Promise<boolean> {
    const said = text.trim();
    if (!said || this.busy) return false;
    await this.exchange(this.addTurn(said, this.newId()));
    return true;
  }

  /** Says what failed once more, as a new turn: the service would give the old one's failure again. */
  async retry(turn: Turn): Promise<void> {
    if (this.busy) return;
    this.turns = this.turns.filter((one) => one !== turn);
    await this.say(turn.text);
  }

  /** Sets facts by hand; null takes one away. Answers like a turn. */
  async setFacts(facts: Record<string, FactValue | null>): Promise<boolean> {
    if (this.busy) return false;
    await this.open();
    if (!this.id) return false;
    try {
      const answer = await this.api.setFacts(this.id, facts);
      const known = this.turns.some((turn) => turn.answer.turn === answer.turn);
      if (!known) this.turns.push({ clientId: this.newId(), text: '', status: 'done', answer, rating: null });
      this.facts = answer.facts;
      this.problem = '';
      this.answered(answer.turn);
      this.changed();
      return true;
    } catch (error) {
      this.report(error);
      return false;
    }
  }

  async rate(turn: Turn, rating: Rating, reason = ''): Promise<boolean> {
    if (!this.id) return false;
    try {
      await this.api.feedback(this.id, turn.answer.turn, rating, reason);
      turn.rating = rating;
      this.changed();
      return true;
    } catch (error) {
      this.report(error);
      return false;
    }
  }

  /** Erases the conversation on the server and here, and begins a new one. */
  async erase(): Promise<void> {
    try {
      if (this.id) await this.api.erase(this.id);
    } catch (error) {
      if (!(error instanceof ServiceProblem && error.problem.status === 404)) return this.report(error);
    }
    await this.beginAnew();
  }

  /** Forgets the conversation here (the server keeps it) and begins a new one. */
  async beginAnew(): Promise<void> {
    await this.turnTo({ ...nothing });
  }

  /**
   * Takes over what another tab of this conversation said, or the conversation that it began, as the browser's memory
   * tells; the service is asked only where there is something new. Nothing while an answer is under way in either.
   */
  async meet(): Promise<void> {
    const now = this.memory.load();
    if (!this.starting || !this.id || this.busy || !now.conversation || now.unsent) return;
    if (now.conversation !== this.id) return this.turnTo(now);
    if (now.turn > this.remembered.turn) await this.catchUp(this.id);
  }

  /** The line may be back: what waits is tried at once. */
  hurry(): void {
    this.wake();
    if (!this.id) void this.open();
  }

  private async turnTo(remembered: Remembered): Promise<void> {
    this.remember(remembered);
    Object.assign(this, { turns: [], greeting: null, facts: {}, problem: '', erased: false, starting: null });
    this.changed();
    await this.open();
  }

  private catchUp(id: string): Promise<void> {
    return this.load(id).catch((error) => this.report(error));
  }

  private async restoreOrBegin(): Promise<void> {
    if (this.id) {
      try {
        return await this.restore(this.id);
      } catch (error) {
        if (!(error instanceof ServiceProblem && error.problem.status === 404)) throw error;
        this.remember({ ...nothing });
      }
    }
    const { id, answer } = await this.persist(() => this.api.start(this.asOf));
    this.greeting = answer;
    this.remember({ ...nothing, conversation: id });
    this.changed();
  }

  private async restore(id: string): Promise<void> {
    await this.load(id);
    const { unsent } = this.remembered;
    const answered = unsent && this.turns.some(({ clientId, status }) => clientId === unsent.clientId && status === 'done');
    if (answered) this.remember({ ...this.remembered, unsent: null });
    if (unsent && !answered && !this.busy) void this.takeUp(unsent);
  }

  /** All that the service has of the conversation; turns shown already stay as they are. */
  private async load(id: string): Promise<void> {
    const stored = await this.persist(() => this.api.conversation(id));
    if (id !== this.id) return;
    this.greeting = stored.answer;
    this.facts = stored.facts;
    const turns = stored.turns.map(({ turn, text, client_id, answer, rating }): Turn =>
      this.turns.find((shown) => shown.clientId === client_id || shown.answer.turn === turn) ?? {
        clientId: client_id ?? this.newId(),
        text,
        status: answer ? 'done' : 'failed',
        answer: answer ?? emptyAnswer(id),
        rating: rating ?? null,
      });
    this.turns = [...turns, ...this.turns.filter((shown) => !turns.includes(shown))];
    this.joined = this.turns.length;
    this.remembered.turn = stored.turns[stored.turns.length - 1]?.turn ?? 0;
    this.changed();
  }

  /** The turn that was under way when the page was left. */
  private takeUp({ text, clientId }: { text: string; clientId: string }): Promise<void> {
    const stored = this.turns.find((turn) => turn.clientId === clientId);
    if (stored) stored.status = 'waiting';
    return this.exchange(stored ?? this.addTurn(text, clientId));
  }

  private addTurn(text: string, clientId: string): Turn {
    const turn: Turn = { clientId, text, status: 'waiting', answer: emptyAnswer(this.id ?? ''), rating: null };
    this.turns.push(turn);
    this.problem = '';
    this.remember({ ...this.remembered, unsent: { text, clientId } });
    this.changed();
    return turn;
  }

  private async exchange(turn: Turn): Promise<void> {
    try {
      await this.open();
      if (!this.id) throw new ConnectionLost('no conversation');
      await this.persist(() => this.attempt(turn), turn);
      turn.status = 'done';
      this.answered(turn.answer.turn);
      this.dispatchEvent(new Event('answer'));
    } catch (error) {
      turn.status = 'failed';
      this.report(error);
      if (error instanceof ServiceProblem) this.remember({ ...this.remembered, unsent: null, turn: turn.answer.turn || this.remembered.turn });
    }
    this.changed();
  }

  /** Remembers that turn `number` is done, and fetches what was said elsewhere before it. */
  private answered(number: number): void {
    const missed = number > this.remembered.turn + 1;
    this.remember({ ...this.remembered, unsent: null, turn: number });
    if (missed && this.id) void this.catchUp(this.id);
  }

  /** One try at a turn: what is left of a stream that was cut, else the turn itself. */
  private async attempt(turn: Turn): Promise<void> {
    const id = this.id as string;
    if (turn.answer.turn > 0 && (await this.follow(turn, this.api.resume(id, this.lastSeen)))) return;
    turn.answer = emptyAnswer(id);
    if (!(await this.follow(turn, this.api.turn(id, turn.text, turn.clientId)))) {
      throw new ConnectionLost('the stream ended before the turn did');
    }
  }

  /** Folds events into the turn's answer; true once the turn is finished. */
  private async follow(turn: Turn, events: AsyncGenerator<StreamEvent>): Promise<boolean> {
    for await (const event of events) {
      if (event.id) this.lastSeen = event.id;
      if (event.type === 'error') throw new ServiceProblem(event.data as ServiceProblem['problem']);
      turn.answer = fold(turn.answer, event);
      if (event.type === 'facts.updated' || event.type === 'turn.finished') this.facts = turn.answer.facts;
      this.setLink('online');
      this.changed();
      if (event.type === 'turn.finished') return true;
    }
    return false;
  }

  /** Repeats `work` while the connection is lost, more and more slowly, and at once when `hurry` is called. */
  private async persist<T>(work: () => Promise<T>, turn?: Turn): Promise<T> {
    for (let tries = 0; ; tries++) {
      try {
        const result = await work();
        this.setLink('online');
        return result;
      } catch (error) {
        if (!(error instanceof ConnectionLost)) throw error;
        if (turn) turn.status = turn.answer.turn > 0 ? 'waiting' : 'unsent';
        this.setLink(this.clock.online() ? 'reconnecting' : 'offline');
        this.changed();
        const pause = RETRY_MS[Math.min(tries, RETRY_MS.length - 1)] as number;
        await Promise.race([this.clock.wait(pause), new Promise<void>((resolve) => (this.wake = resolve))]);
      }
    }
  }

  private report(error: unknown): void {
    if (error instanceof ServiceProblem) {
      this.problem = error.message;
      this.erased = error.problem.status === 404;
    } else if (error instanceof ConnectionLost) {
      this.problem = messages.notReached;
    } else {
      throw error;
    }
    this.changed();
  }

  private setLink(link: Link): void {
    if (this.link === link) return;
    this.link = link;
    this.changed();
  }

  private remember(remembered: Remembered): void {
    this.remembered = remembered;
    this.memory.save(remembered);
  }

  private changed(): void {
    this.dispatchEvent(new Event('change'));
  }
}

/** 128 random bits; crypto.randomUUID needs a secure context, and a township's intranet page is often plain http. */
function randomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
