import { expect, test } from '@jest/globals';
import { openSeal } from '../src/seal.ts';

const [first, second] = ['a secret of the tests, long enough', 'another secret of the tests, as long'];
const letter = 'Anna, your code is 123456.';

test('what waits sealed says nothing, and never the same twice', () => {
  const seal = openSeal([first], 'letters');
  const [one, other] = [seal.close(letter), seal.close(letter)];
  expect(one).not.toBe(other);
  expect(Buffer.from(one, 'base64url').toString('latin1')).not.toContain('Anna');
  expect([seal.open(one), seal.open(other)]).toEqual([letter, letter]);
});

test('a secret is replaced while letters wait', () => {
  const waiting = openSeal([first], 'letters').close(letter);
  expect(openSeal([second, first], 'letters').open(waiting)).toBe(letter);
  expect(() => openSeal([second], 'letters').open(waiting)).toThrow();

  const renewed = openSeal([second, first], 'letters').renew(waiting)!;
  expect(openSeal([second], 'letters').open(renewed)).toBe(letter);
  expect(openSeal([second, first], 'letters').renew(renewed)).toBeNull();
});

test('what was sealed for one thing is not opened as another', () => {
  const sealed = openSeal([first], 'letters').close(letter);
  expect(() => openSeal([first], 'second factors').open(sealed)).toThrow();
});

test('nobody changes what is in it', () => {
  const seal = openSeal([first], 'letters');
  const bytes = Buffer.from(seal.close(letter), 'base64url');
  for (const place of [0, 12, 20, bytes.length - 1]) {
    const changed = Buffer.from(bytes);
    changed[place]! ^= 1;
    expect(() => seal.open(changed.toString('base64url'))).toThrow();
  }
  expect(() => seal.open('')).toThrow();
});
