/** Reads aloud with the browser's own voice; one thing at a time on the page. */
export const voice = {
  available: (): boolean => typeof speechSynthesis !== 'undefined' && typeof SpeechSynthesisUtterance !== 'undefined',

  /** Reads `text`; calls `ended` when it is through or was stopped. */
  read(text: string, ended: () => void): void {
    speechSynthesis.cancel();
    const utterance = new SpeechSynthesisUtterance(text);
    utterance.lang = 'zh-CN';
    utterance.rate = 0.95;
    utterance.onend = ended;
    utterance.onerror = ended;
    speechSynthesis.speak(utterance);
  },

  stop: (): void => speechSynthesis.cancel(),
};
