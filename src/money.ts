/** An amount in minor units (cents, yen, fils) of one currency, with the text a guest reads. */
export interface Money {
  readonly amount: number;
  readonly currency: string;
  readonly formatted: string;
}

const formats = new Map<string, Intl.NumberFormat>();

/** Minor units → Money. The number of decimals is the currency's own: 2 for EUR, 0 for JPY, 3 for KWD. */
export function money(amount: number, currency: string, locale: string): Money {
  const format = formatFor(currency, locale);
  const decimals = format.resolvedOptions().maximumFractionDigits ?? 2;
  return { amount, currency, formatted: format.format(asDecimal(amount, decimals)) };
}

function formatFor(currency: string, locale: string): Intl.NumberFormat {
  const key = `${locale} ${currency}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.NumberFormat(locale, { style: 'currency', currency });
    formats.set(key, format);
  }
  return format;
}

/** Intl formats decimal strings exactly, so no float comes near a price. */
function asDecimal(amount: number, decimals: number): Intl.StringNumericLiteral {
  const digits = String(Math.abs(amount)).padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  const fraction = decimals === 0 ? '' : `.${digits.slice(digits.length - decimals)}`;
  return `${amount < 0 ? '-' : ''}${whole}${fraction}` as Intl.StringNumericLiteral;
}
