/** What the browser keeps between two loads of the page: never what was said, except one message not yet answered. */
export interface Remembered {
  conversation: string | null;
  unsent: { text: string; clientId: string } | null;
  /** The number of the last turn known: another tab of the conversation sees by it that something was said. */
  turn: number;
}

export const nothing: Remembered = { conversation: null, unsent: null, turn: 0 };

/** localStorage under one key; a page that may not store (private mode, sandbox) forgets, and works. */
export class Memory {
  constructor(
    private readonly key: string,
    private readonly storage: () => Storage = () => localStorage,
  ) {}

  load(): Remembered {
    try {
      return { ...nothing, ...JSON.parse(this.storage().getItem(this.key) ?? '{}') };
    } catch {
      return { ...nothing };
    }
  }

  save(remembered: Remembered): void {
    try {
      this.storage().setItem(this.key, JSON.stringify(remembered));
    } catch {
      /* nothing is kept */
    }
  }
}
