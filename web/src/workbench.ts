/** The script of the workbench: defines `<policy-workbench>`. */
import './nonce.js';
import './elements/policy-workbench.js';
