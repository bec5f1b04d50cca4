/**
 * What a printer of pages may do to letters; the styles of the text output fit.
 */

type Paint = (text: string) => string;

export interface PageStyle {
  readonly bold: Paint;
  readonly dim: Paint;
  readonly name: Paint;
}
