/** A web address that stays one inside a Markdown link; throws TypeError for anything but http and https. */
export function safeLink(link: string): string {
  const url = new URL(link);
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    throw new TypeError('a link leads to a web page');
  return url.href.replace(
    /[()[\]<>"\\*_`|~]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).padStart(2, '0')}`,
  );
}
