/** The script that a page embeds: defines `<policy-assistant>`. */
import './nonce.js';
import './elements/policy-assistant.js';
