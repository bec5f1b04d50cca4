/**
 * The frame of a page that needs nothing else: the content security policy allows the page's own style and script by
 * their hashes, and nothing from anywhere.
 */

import { htmlText } from './html-text.ts';

export interface Page {
  readonly title: string;
  readonly style: string;
  readonly script: string;
  /** Markup, with everything from outside escaped. */
  readonly body: string;
}

export async function htmlPage({ title, style, script, body }: Page): Promise<string> {
  const [scriptHash, styleHash] = await Promise.all([script, style].map(hashOf));
  const policy = `default-src 'none'; script-src '${scriptHash}'; style-src '${styleHash}'; base-uri 'none'; form-action 'none'`;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${htmlText(title)}</title>
<style>${style}</style>
</head>
<body>
${body}
<output class="say" aria-live="polite"></output>
<script>${script}</script>
</body>
</html>
`;
}

async function hashOf(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return `sha256-${Buffer.from(digest).toString('base64')}`;
}
