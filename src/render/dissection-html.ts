/** A page. */
export function dissectionHtml(_: readonly object[]): string {
  return '';
}
