import type { Import } from './imports.ts';

/** The run-time imports that lead from a file to the first target that fits, itself included; null when none does. */
export function pathTo(
  imports: readonly Import[],
  from: string,
  fits: (target: string) => boolean,
): string[] | null {
  const next = targetsByFile(imports);
  const seen = new Set([from]);
  const paths = [[from]];
  for (const path of paths) {
    for (const target of next.get(path.at(-1)!) ?? []) {
      if (fits(target)) return [...path, target];
      if (seen.has(target)) continue;
      seen.add(target);
      paths.push([...path, target]);
    }
  }
  return null;
}

/** Every file that comes back to itself through run-time imports, with its way round. */
export function cycles(imports: readonly Import[]): string[] {
  const files = new Set(imports.map(({ file }) => file));
  return [...files].flatMap((file) => {
    const path = pathTo(imports, file, (target) => target === file);
    return path ? [path.join(' → ')] : [];
  });
}

function targetsByFile(imports: readonly Import[]): Map<string, string[]> {
  const next = new Map<string, string[]>();
  for (const { file, target, atRunTime } of imports) {
    if (atRunTime) next.set(file, [...(next.get(file) ?? []), target]);
  }
  return next;
}
