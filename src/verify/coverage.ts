/**
 * Which rules of the standards are not run here, and why. All other machine-checkable rules of PDF/UA-1 and PDF/A-3a
 * (as the veraPDF profiles number them) stand at the rule in rules/ that answers for them. Many of those are answered by
 * refusing what they are about, since files of this tool have no use for it:
 *
 * | refused, by                     | so that these cannot apply                                                      |
 * | ------------------------------- | ------------------------------------------------------------------------------- |
 * | forms, scripts (strangers)      | UA 7.2-25, 7.15, 7.18.1-3, 7.18.4; A 6.4.1, 6.4.2                               |
 * | layers (strangers)              | UA 7.10; A 6.9                                                                  |
 * | signatures, permissions         | A 6.1.12, 6.4.3                                                                 |
 * | media, presentations            | UA 7.18.6.2; A 6.10                                                             |
 * | PostScript, reference XObjects  | UA 7.20-1; A 6.2.9                                                              |
 * | halftones, JPEG 2000, inline images | A 6.1.10, 6.2.5-4…6, 6.2.8.3                                                |
 * | annotations but links           | UA 7.18.1-1, 7.18.2, 7.18.8; A 6.3.1, 6.3.3                                     |
 * | fonts but composite TrueType    | UA 7.21.4.2-1, 7.21.6; A 6.2.11.2-4…6, 6.2.11.4.2-1, 6.2.11.6                   |
 * | encodings but Identity          | UA 7.21.3.1, 7.21.3.3; A 6.1.13-10, 6.2.11.3.1, 6.2.11.3.3                      |
 * | a list of glyphs (CIDSet)       | UA 7.21.4.2-2; A 6.2.11.4.2-2                                                   |
 * | CMYK, spot colours              | A 6.1.13-9, 6.2.4.2-2, 6.2.4.3-3, 6.2.4.4                                       |
 * | a file without output intent    | A 6.2.10-2                                                                      |
 * | classic cross-reference tables  | A 6.1.4-2                                                                       |
 * | a file without a language       | UA 7.2-2, 7.2-21…24, 7.2-30…34                                                  |
 * | value types of its own in XMP   | A 6.6.2.3.3-11…18                                                               |
 */
export const EXCLUDED: Readonly<Record<string, string>> = {
  'ua:7.16-1': 'An encrypted file is not opened at all: pdf-unreadable.',
  'a:6.1.3-2': 'An encrypted file is not opened at all: pdf-unreadable.',
};
