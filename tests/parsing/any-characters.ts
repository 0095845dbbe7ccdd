import fc from 'fast-check';

/** Half surrogates and unassigned ones too. fast-check's own `binary` strings take a second to make ready. */
export const anyCharacters: fc.Arbitrary<string> = fc.oneof(
  fc
    .array(fc.oneof(fc.nat(0x24ff), fc.nat(0xffff), fc.nat(0x10ffff)), { maxLength: 60 })
    .map((codes) => String.fromCodePoint(...codes)),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
);
