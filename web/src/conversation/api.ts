import type { Answer, ClauseId, ClausePage, FactDefinition, FactValue, Problem, StoredConversation, StreamEvent } from '../contract.js';
import { readEvents } from './event-stream.js';

/** The service answered with a problem: sending the same again will not help. */
export class ServiceProblem extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail || problem.title);
  }
}

/** The service could not be reached, or the connection broke; the same request may be sent again. */
export class ConnectionLost extends Error {}

const JSON_TYPE = 'application/json';

/** The routes of `/api/v1` that the chat needs, on one server. Throws ServiceProblem or ConnectionLost, nothing else. */
export class Api {
  private readonly home: string;
  private readonly root: string;

  constructor(endpoint: string, private readonly fetcher: typeof fetch = (...args) => fetch(...args)) {
    this.home = endpoint.replace(/\/+$/, '');
    this.root = `${this.home}/api/v1`;
  }

  /** The address of a page of the service. */
  page(name: string): string {
    return `${this.home}/${name}`;
  }

  start(asOf?: string): Promise<{ id: string; answer: Answer }> {
    return this.json('POST', '/conversations', { channel: 'web', ...(asOf ? { as_of: asOf } : {}) });
  }

  conversation(id: string): Promise<StoredConversation> {
    return this.json('GET', `/conversations/${encodeURIComponent(id)}`);
  }

  erase(id: string): Promise<void> {
    return this.json('DELETE', `/conversations/${encodeURIComponent(id)}`);
  }

  setFacts(id: string, facts: Record<string, FactValue | null>): Promise<Answer> {
    return this.json('POST', `/conversations/${encodeURIComponent(id)}/facts`, { facts });
  }

  feedback(id: string, turn: number, rating: 'up' | 'down' | null, reason: string): Promise<void> {
    return this.json('POST', `/conversations/${encodeURIComponent(id)}/feedback`, { turn, rating, reason });
  }

  clause(id: ClauseId): Promise<ClausePage> {
    return this.json('GET', `/clauses/${encodeURIComponent(id.document)}/${id.number}`);
  }

  async facts(): Promise<FactDefinition[]> {
    const found = await this.json<{ facts: FactDefinition[] } | FactDefinition[]>('GET', '/facts');
    return Array.isArray(found) ? found : found.facts;
  }

  /** One turn as a stream of events. */
  turn(id: string, text: string, clientId: string): AsyncGenerator<StreamEvent> {
    const body = JSON.stringify({ text, client_id: clientId });
    return this.stream(`/conversations/${encodeURIComponent(id)}/turns`, { method: 'POST', body });
  }

  /** The events after `lastEvent`; none where there is nothing new. */
  resume(id: string, lastEvent: number): AsyncGenerator<StreamEvent> {
    const headers = { 'Last-Event-ID': String(lastEvent) };
    return this.stream(`/conversations/${encodeURIComponent(id)}/events`, { method: 'GET', headers });
  }

  private async *stream(path: string, init: RequestInit): AsyncGenerator<StreamEvent> {
    const response = await this.request(path, init, 'text/event-stream');
    if (response.status === 204 || !response.body) return;
    try {
      yield* readEvents(response.body);
    } catch (error) {
      throw new ConnectionLost(String(error));
    }
  }

  protected async json<T>(method: string, path: string, body?: unknown): Promise<T> {
    const init = { method, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
    const response = await this.request(path, init, JSON_TYPE);
    return (response.status === 204 ? undefined : await response.json()) as T;
  }

  private async request(path: string, init: RequestInit, accept: string): Promise<Response> {
    const headers: Record<string, string> = { Accept: accept, ...(init.headers as Record<string, string>) };
    if (init.body) headers['Content-Type'] = JSON_TYPE;
    let response: Response;
    try {
      response = await this.fetcher(this.root + path, { ...init, headers, credentials: 'omit' });
    } catch (error) {
      throw new ConnectionLost(String(error));
    }
    if (response.ok) return response;
    if (response.status >= 502) throw new ConnectionLost(String(response.status));
    throw new ServiceProblem(await readProblem(response));
  }
}

async function readProblem(response: Response): Promise<Problem> {
  try {
    const { title = '', detail = '' } = await response.json();
    return { title, detail, status: response.status };
  } catch {
    return { title: response.statusText, detail: '', status: response.status };
  }
}
