/** What the browser keeps between two loads of the page: never what was said, except one message not yet answered. */
export interface Remembered {
  conversation: string | null;
  unsent: { text: string; clientId: string } | null;
}

export const nothing: Remembered = { conversation: null, unsent: null };

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
