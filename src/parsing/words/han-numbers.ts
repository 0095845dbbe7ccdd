const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** 一 to 九十九, and what is no quantity any more. */
export const hanNumbers: Readonly<Record<string, number>> = Object.fromEntries([
  ['零', 0],
  ...Array.from({ length: 99 }, (_, at) => [written(at + 1), at + 1] as const),
  ['百', 100],
  ['一百', 100],
  ['千', 1000],
  ['一千', 1000],
]);

function written(value: number): string {
  const tens = Math.floor(value / 10);
  return (tens > 1 ? digits[tens]! : '') + (tens > 0 ? '十' : '') + digits[value % 10]!;
}
