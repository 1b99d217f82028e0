import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
} from 'yaml';
import type { FieldPath } from './field-path';
import type { OrganisationProblem } from './organisation-file-error';

/** A YAML text as plain values, with line numbers. */
export interface YamlSource {
  readonly value: unknown;
  /** What is wrong with the YAML itself; if anything is, there is no value. */
  readonly problems: readonly OrganisationProblem[];
  /** The line of a value, or of the nearest existing one around it; from 1. */
  lineOf(path: FieldPath): number | undefined;
}

/** Reads YAML 1.2 (no dates, no sexagesimal numbers: `08:30` and `2026-06-12` are texts). Duplicate keys are problems. */
export function readYaml(text: string): YamlSource {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, version: '1.2', prettyErrors: false });
  const problems = [...document.errors, ...document.warnings].map(({ message, pos }) => ({
    path: '',
    message: `not valid YAML: ${message}`,
    line: lines.linePos(pos[0]).line,
  }));
  let value: unknown;
  try {
    if (problems.length === 0) value = document.toJS();
  } catch (error) {
    // Aliases that lead nowhere, or expand to more values than a file of this kind can have.
    const { message } = error as Error;
    problems.push({ path: '', message: `not valid YAML: ${message}`, line: 1 });
  }
  return {
    value,
    problems,
    lineOf: (path) => {
      const offset = offsetOf(document, path);
      return offset === undefined ? undefined : lines.linePos(offset).line;
    },
  };
}

interface Step {
  readonly node: Node | null;
  readonly offset: number | undefined;
}

/** Where the value begins, or its key if it is in a map. */
function offsetOf(document: Document.Parsed, path: FieldPath): number | undefined {
  let at: Step = { node: document.contents, offset: document.contents?.range[0] };
  for (const part of path) {
    const inside: Step | undefined = at.node === null ? undefined : child(at.node, part, document);
    if (inside === undefined) break;
    at = inside;
  }
  return at.offset;
}

function child(node: Node, part: string | number, document: Document.Parsed): Step | undefined {
  const resolved = isAlias(node) ? node.resolve(document) : node;
  if (isSeq(resolved)) {
    const item = resolved.items[Number(part)];
    return isNode(item) ? { node: item, offset: item.range?.[0] } : undefined;
  }
  if (!isMap(resolved)) return undefined;
  for (const { key, value } of resolved.items) {
    if (isScalar(key) && String(key.value) === String(part)) {
      return { node: isNode(value) ? value : null, offset: key.range?.[0] };
    }
  }
  return undefined;
}
