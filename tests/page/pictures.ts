/** Small pictures of a PDF's pages, and how much two of them differ. */
import { createCanvas, loadImage } from '@napi-rs/canvas';
import pixelmatch from 'pixelmatch';

export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
}

const DPI = 40;
/** pixelmatch's own measure: how far two colours are apart before they differ. */
const THRESHOLD = 0.2;

/** Draws every page; glyphs as paths, so that no font of the machine and no hinting has a part in it. */
export async function picturesOf(pdf: Uint8Array): Promise<Picture[]> {
  const { getDocument, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const task = getDocument({
    ...{ data: new Uint8Array(pdf), verbosity: VerbosityLevel.ERRORS },
    ...{ disableFontFace: true, useSystemFonts: false, isEvalSupported: false },
  });
  const document = await task.promise;
  const pictures: Picture[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const viewport = page.getViewport({ scale: DPI / 72 });
    const [width, height] = [Math.round(viewport.width), Math.round(viewport.height)];
    const canvas = createCanvas(width, height);
    const context = canvas.getContext('2d') as unknown as CanvasRenderingContext2D;
    await page.render({ canvasContext: context, canvas: null, viewport }).promise;
    pictures.push({ width, height, data: canvas.getContext('2d').getImageData(0, 0, width, height).data });
  }
  await task.destroy();
  return pictures;
}

function canvasOf({ width, height, data }: Picture) {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  const image = context.createImageData(width, height);
  image.data.set(data);
  context.putImageData(image, 0, 0);
  return canvas;
}

/** Small rather than exact: what is lost is below what counts as a difference. */
export const encoded = (picture: Picture): Promise<Buffer> => canvasOf(picture).encode('webp', 50);

export async function decoded(bytes: Uint8Array): Promise<Picture> {
  const image = await loadImage(Buffer.from(bytes));
  const canvas = createCanvas(image.width, image.height);
  const context = canvas.getContext('2d');
  context.drawImage(image, 0, 0);
  return {
    width: image.width,
    height: image.height,
    data: context.getImageData(0, 0, image.width, image.height).data,
  };
}

/** The share of pixels that differ, and a picture of both with what differs between them. */
export async function compared(expected: Picture, got: Picture): Promise<{ share: number; side: Buffer }> {
  const [width, height] = [Math.max(expected.width, got.width), Math.max(expected.height, got.height)];
  const fitted = (picture: Picture): Uint8ClampedArray => {
    const canvas = createCanvas(width, height);
    canvas.getContext('2d').drawImage(canvasOf(picture), 0, 0);
    return canvas.getContext('2d').getImageData(0, 0, width, height).data;
  };
  const difference = new Uint8ClampedArray(width * height * 4);
  const differing = pixelmatch(fitted(expected), fitted(got), difference, width, height, { threshold: THRESHOLD });
  const sheet = createCanvas(3 * width, height);
  const whole = { width, height, data: difference };
  [expected, whole, got].forEach((picture, i) => {
    sheet.getContext('2d').drawImage(canvasOf(picture), i * width, 0);
  });
  return { share: differing / (width * height), side: await sheet.encode('png') };
}
