// Reads square codes from the camera: by the browser's BarcodeDetector where it has one, else by ZXing, which is loaded
// only then. Nothing leaves the device.

const INTERVAL = 150;
const LONG_SIDE = 960;

// ZXing misses one code in seven for as long as the picture stays the same, depending on where its points fall; seen a little
// smaller or leaning a little it finds each. So every look is another: parts of the size, and radians.
const LOOKS = [[1, 0], [0.5, 0.15], [0.75, -0.2], [1, 0.06], [0.5, -0.1], [0.75, 0.1]];

let zxing = null;

async function detector() {
  if ('BarcodeDetector' in globalThis && (await BarcodeDetector.getSupportedFormats()).includes('qr_code')) {
    const native = new BarcodeDetector({ formats: ['qr_code'] });
    return async video => (await native.detect(video))[0]?.rawValue ?? null;
  }
  const library = await (zxing ??= loadZxing());
  const reader = new library.QRCodeReader();
  const hints = new Map([[library.DecodeHintType.TRY_HARDER, true]]);
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d', { willReadFrequently: true });
  let looks = 0;
  return async video => {
    const [part, lean] = LOOKS[looks++ % LOOKS.length];
    const scale = part * Math.min(1, LONG_SIDE / Math.max(video.videoWidth, video.videoHeight));
    const [width, height] = [video.videoWidth * scale, video.videoHeight * scale];
    canvas.width = Math.round(width);
    canvas.height = Math.round(height);
    context.translate(width / 2, height / 2);
    context.rotate(lean);
    context.drawImage(video, -width / 2, -height / 2, width, height);
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
    const light = new Uint8ClampedArray(canvas.width * canvas.height);
    for (let i = 0; i < light.length; i++) {
      light[i] = (data[i * 4] * 77 + data[i * 4 + 1] * 151 + data[i * 4 + 2] * 28) >> 8;
    }
    const source = new library.RGBLuminanceSource(light, canvas.width, canvas.height);
    try {
      return reader.decode(new library.BinaryBitmap(new library.HybridBinarizer(source)), hints).getText();
    } catch (error) {
      // A picture without a code, with half of one or with something like one is the rule and no fault: the library's own
      // exceptions have kinds.
      if (typeof error?.getKind === 'function') {
        return null;
      }
      throw error;
    }
  };
}

function loadZxing() {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = new URL('vendor/zxing.min.js', import.meta.url);
    script.onload = () => resolve(globalThis.ZXing);
    script.onerror = () => reject(new Error('The reader of square codes could not be loaded.'));
    document.head.append(script);
  });
}

/** Loads what the camera needs, so that it is there when the network is not. */
export async function prepare() {
  await detector();
}

export class Scanner {
  #video;
  #onText;
  #stream = null;
  #timer = 0;

  constructor(video, onText) {
    this.#video = video;
    this.#onText = onText;
  }

  get isRunning() {
    return this.#stream !== null;
  }

  async start() {
    const read = await detector();
    this.#stream = await navigator.mediaDevices.getUserMedia({ audio: false, video: { facingMode: 'environment', width: { ideal: 1280 } } });
    this.#video.srcObject = this.#stream;
    await this.#video.play();
    this.#next(read);
  }

  stop() {
    clearTimeout(this.#timer);
    this.#stream?.getTracks().forEach(track => track.stop());
    this.#stream = null;
    this.#video.srcObject = null;
  }

  #next(read) {
    this.#timer = setTimeout(async () => {
      try {
        const text = this.#video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA ? await read(this.#video) : null;
        if (text !== null && this.isRunning) {
          await this.#onText(text);
        }
      } finally {
        if (this.isRunning) {
          this.#next(read);
        }
      }
    }, INTERVAL);
  }
}
