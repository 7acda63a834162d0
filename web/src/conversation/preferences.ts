/** How the user likes to read; the same for every conversation on a site. */
export interface Preference {
  textSize?: string;
  theme?: string;
}

export class Preferences {
  constructor(private readonly key: string) {}

  load(): Preference {
    try {
      return JSON.parse(localStorage.getItem(this.key) ?? '{}') as Preference;
    } catch {
      return {};
    }
  }

  save(preference: Preference): void {
    try {
      localStorage.setItem(this.key, JSON.stringify(preference));
    } catch {
      /* it holds for this visit */
    }
  }
}
