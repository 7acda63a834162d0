import type { ProofNode, Status } from '../contract.js';
import { messages } from '../messages.js';

/** How a step of a proof is shown: whether it speaks for the applicant, and in which words. */
export interface Verdict {
  tone: Status | 'idle';
  words: string;
}

/**
 * What a step means for the applicant: an exception that applies speaks against; an alternative that is not needed,
 * since another one holds, speaks neither way.
 */
export function verdict(node: ProofNode, parent?: ProofNode): Verdict {
  if (node.kind === 'exception' && node.status !== 'unknown') {
    return node.status === 'true' ? { tone: 'false', words: messages.excepted } : { tone: 'true', words: messages.notExcepted };
  }
  if (parent && isChoice(parent) && parent.status === 'true' && node.status !== 'true') return { tone: 'idle', words: messages.notNeeded };
  const words = messages.nodeStatus[node.status];
  return { tone: node.status, words: isOpenPoint(node, parent) && agrees(node) ? messages.eitherReading(words) : words };
}

/** Whether a step is shown open from the beginning: what is settled alike whichever way one reads it is not. */
export function opens(node: ProofNode, parent?: ProofNode): boolean {
  if (verdict(node, parent).tone === 'idle') return false;
  return !isOpenPoint(node, parent) || !agrees(node);
}

/** The step in words; a group without words of its own says how its parts are joined, a reading that it is one. */
export function stepText({ kind, text }: ProofNode, parent?: ProofNode): string {
  if (kind === 'reading' && parent?.kind === 'reading') return messages.readAs(text);
  return text || (kind === 'any' ? messages.anyOf : messages.allOf);
}

/**
 * The steps that carry the outcome, each once and in order: all that hold where it holds, those that fail where it
 * fails; of alternatives the shortest that holds, and of several readings one, unless they differ.
 */
export function reasons(root: ProofNode): ProofNode[] {
  const failed = (root.children ?? []).filter((child) => verdict(child).tone === 'false');
  const found = root.status === 'false' && failed.length ? failed.flatMap(carrying) : carrying(root);
  const seen = new Set<string>();
  return found.filter((step) => {
    const key = `${step.kind}${step.text}`;
    return !seen.has(key) && seen.add(key);
  });
}

function carrying(node: ProofNode): ProofNode[] {
  const children = node.children ?? [];
  if (!children.length || node.kind === 'exception') return [node];
  if (node.kind === 'reading' && agrees(node)) return carrying(children[0] as ProofNode);
  const holding = children.filter(({ status }) => status === 'true').map(carrying);
  if (isChoice(node) && holding.length) return shortest(holding);
  const failing = children.filter(({ status, kind }) => status === 'false' && kind !== 'exception');
  if (node.kind === 'all' && node.status === 'false') return failing.flatMap(carrying);
  return children.flatMap(carrying);
}

/** Of alternatives that all hold, the one that takes the fewest words. */
function shortest(ways: ProofNode[][]): ProofNode[] {
  return ways.reduce((best, way) => (way.length < best.length ? way : best));
}

function isChoice({ kind }: ProofNode): boolean {
  return kind === 'any' || kind === 'case';
}

/** Whether it is the point that can be read in several ways, not one of the ways. */
function isOpenPoint({ kind }: ProofNode, parent?: ProofNode): boolean {
  return kind === 'reading' && parent?.kind !== 'reading';
}

/** Whether every way to read it comes to the same. */
function agrees({ children = [] }: ProofNode): boolean {
  return children.every(({ status }) => status === children[0]?.status);
}
