import { css } from 'lit';

/** The panel's layout: the log takes what heading and foot leave, so that nothing pushes the input away. */
export const chatStyle = css`
  :host { display: block; height: 100%; }
  .chat { height: 100%; display: grid; grid-template-columns: minmax(0, 1fr); grid-template-rows: auto auto minmax(0, 1fr) auto; background: var(--pa-ground); color: var(--pa-text); position: relative; }
  header { grid-row: 1; display: flex; align-items: center; gap: 2px; padding: 2px 6px 2px 14px; background: var(--pa-ground); border-bottom: 1px solid var(--pa-line); }
  header h2 { flex: 1; font-size: 1.0625em; min-width: 0; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  header button { padding: 0 .5em; flex: none; }
  @media (max-width: 640px) { header .full { display: none; } }
  .badge { display: inline-block; min-width: 1.5em; padding: 0 .35em; border-radius: 1em; background: var(--pa-accent); color: var(--pa-accent-text); font-size: .8125em; text-align: center; }
  .banner { grid-row: 2; padding: 6px 14px; background: var(--pa-person-soft); color: var(--pa-person); font-size: .9375em; }
  .banner.problem { background: var(--pa-not-soft); color: var(--pa-not); }
  .log { grid-row: 3; overflow-y: auto; overscroll-behavior: contain; padding: 14px; display: grid; align-content: start; gap: 16px; grid-template-columns: minmax(0, 1fr); position: relative; }
  .log:focus-visible { outline-offset: -3px; }
  .chat > * { grid-column: 1; }
  .down { grid-row: 3; align-self: end; justify-self: center; margin: 0 12px 8px; border: 1px solid var(--pa-line); border-radius: 999px; background: var(--pa-surface); color: var(--pa-link); box-shadow: 0 2px 10px var(--pa-shadow); z-index: 1; font-size: .9375em; }
  .down.small { justify-self: end; width: var(--pa-target, 44px); padding: 0; }
  .working { color: var(--pa-text-2); font-size: .9375em; }
  footer { grid-row: 4; padding: 4px 10px calc(8px + env(safe-area-inset-bottom, 0px)); background: var(--pa-surface-2); border-top: 1px solid var(--pa-line); }
  .quick { display: flex; overflow-x: auto; margin: 0 -4px; }
  .quick button { flex: none; color: var(--pa-text-2); font-size: .9375em; }
  @media print {
    :host, .chat { height: auto; }
    .chat, .log { display: block; overflow: visible; }
    footer, .down, header button { display: none; }
  }
  .fine { padding-top: 4px; font-size: .75em; line-height: 1.35; }
`;
