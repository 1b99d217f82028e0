/** An address to write to, as a link; it stays one address, whatever signs are in it. */
export function mailLink(mail: string): string {
  return `mailto:${mail.split('@').map(encodeURIComponent).join('@')}`;
}

/** A number to call, as a link; undefined for what is more than a number ("nur werktags"). */
export function phoneLink(phone: string): string | undefined {
  if (!/^\+?[\d\s()/.-]+$/.test(phone) || !/\d/.test(phone)) return undefined;
  // '+49 (0)30 …': the zero is dialled only where the country's number is not.
  const dialled = phone.startsWith('+') ? phone.replace('(0)', '') : phone;
  return `tel:${dialled.replace(/[^\d+]/g, '')}`;
}
