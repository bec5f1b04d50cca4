/**
 * Base64 and base64url (RFC 4648 4 and 5), over one or several lines, and the `dns` parameter of a
 * DNS-over-HTTPS address (RFC 8484 4.1).
 */

/** The octets, or undefined where the text is not base64. */
export function scanBase64(text: string): Uint8Array | undefined {
  const digits = text.replaceAll(/#.*/g, '').replaceAll(/\s+/g, '').replaceAll('-', '+').replaceAll('_', '/');
  const bare = digits.replace(/=+$/, '');
  const padding = digits.length - bare.length;
  // One digit more than whole octets need can be nothing; padding fills up to four digits.
  if (bare === '' || !/^[A-Za-z0-9+/]+$/.test(bare) || bare.length % 4 === 1) return undefined;
  if (padding > 2 || (padding > 0 && digits.length % 4 !== 0)) return undefined;
  return Uint8Array.from(atob(bare), (character) => character.charCodeAt(0));
}

/** The message in `https://…/dns-query?dns=AAAB…`; undefined where the text is no such address. */
export function dohParameter(text: string): string | undefined {
  return /^\s*(?:GET\s+)?(?:https?:\/)?\/\S*[?&]dns=([A-Za-z0-9_-]+)/.exec(text)?.[1];
}
