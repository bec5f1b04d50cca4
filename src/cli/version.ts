/** The version of the package, as the build writes it in. */

declare const ROOTWALK_VERSION: string | undefined;

export const VERSION = typeof ROOTWALK_VERSION === 'string' ? ROOTWALK_VERSION : '0.0.0-source';
