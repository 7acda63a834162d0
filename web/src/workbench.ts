/** The script of the workbench. */
import './nonce.js';
import './elements/policy-assistant.js';
