/**
 * Colours of text output as functions, so that rendering stays pure: `plain` leaves text as it is.
 */

export type Paint = (text: string) => string;

export interface Style {
  readonly bold: Paint;
  readonly dim: Paint;
  readonly good: Paint;
  readonly bad: Paint;
  readonly warn: Paint;
  readonly name: Paint;
}

const same: Paint = (text) => text;

export const plain: Style = { bold: same, dim: same, good: same, bad: same, warn: same, name: same };

const sgr =
  (on: number, off: number): Paint =>
  (text) =>
    text === '' ? '' : `\u001B[${on}m${text}\u001B[${off}m`;

export const coloured: Style = {
  bold: sgr(1, 22),
  dim: sgr(2, 22),
  good: sgr(32, 39),
  bad: sgr(31, 39),
  warn: sgr(33, 39),
  name: sgr(36, 39),
};
