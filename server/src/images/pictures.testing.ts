import sharp, { type Sharp } from "sharp";

/** A picture of noise: nothing in it can be made small. */
export async function noise(width: number, height: number): Promise<Sharp> {
  const data = await sharp({
    create: { width, height, channels: 3, background: "#335588", noise: { type: "gaussian", mean: 120, sigma: 40 } },
  })
    .png()
    .toBuffer();
  return sharp(data);
}

/** A small photo as a phone sends it: turned, with its place and its camera in it. */
export async function phonePhoto(width = 640, height = 480): Promise<Uint8Array<ArrayBuffer>> {
  const picture = await noise(width, height);
  const bytes = await picture
    .jpeg()
    .withExif({
      IFD0: { Make: "Camera Maker" },
      IFD2: { BodySerialNumber: "SERIAL-4711" },
      IFD3: { GPSLatitude: "48/1 49/1 50/1" },
    })
    .withMetadata({ orientation: 6 })
    .toBuffer();
  return Uint8Array.from(bytes);
}
