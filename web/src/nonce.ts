/**
 * Browsers without adoptable style sheets (iOS before 16.4) get `<style>` elements from Lit; under a strict
 * content-security policy these need the nonce that our own script tag carries.
 */
const nonce = (document.currentScript as HTMLScriptElement | null)?.nonce;
if (nonce) (window as { litNonce?: string }).litNonce = (window as { litNonce?: string }).litNonce ?? nonce;

export {};
