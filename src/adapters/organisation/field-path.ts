/** The path to a value in the file: keys and indexes. */
export type FieldPath = readonly (string | number)[];

/** Records a problem with the value at the path. */
export type Report = (path: FieldPath, message: string) => void;

/** `people[3].roles[0]` */
export function formatPath(path: FieldPath): string {
  return path.reduce<string>((text, part) => {
    if (typeof part === 'number') return `${text}[${part}]`;
    return text === '' ? part : `${text}.${part}`;
  }, '');
}

/** The reverse of formatPath. */
export function parsePath(path: string): FieldPath {
  return [...path.matchAll(/\[(\d+)\]|[^.[\]]+/g)].map(([part, position]) =>
    position === undefined ? part : Number(position),
  );
}
