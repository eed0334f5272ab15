// Reads the square codes of pictures by a reader that is not the portal's. Arguments: columns and rows each picture is cut
// into, for the reader knows one code a picture, then the files. Writes for each file its codes with column and row.
import { readFileSync } from "node:fs";
import jsQR from "jsqr";
import { PNG } from "pngjs";

const [columns, rows] = process.argv.slice(2, 4).map(Number);
const found = process.argv.slice(4).map(file => {
  const page = PNG.sync.read(readFileSync(file));
  const [width, height] = [Math.floor(page.width / columns), Math.floor(page.height / rows)];
  const codes = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const part = new PNG({ width, height });
      PNG.bitblt(page, part, column * width, row * height, width, height, 0, 0);
      const code = jsQR(new Uint8ClampedArray(part.data), width, height, { inversionAttempts: "dontInvert" });
      if (code !== null) {
        codes.push({ text: code.data, column, row });
      }
    }
  }
  return codes;
});
process.stdout.write(JSON.stringify(found));
