// Walks a page's drawing operations and notes every character and shape with its place.
// Lengths come out in millimetres from the top left corner of the page as a reader sees it.
import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { around, MM, partBoxes, scaleOf, throughMatrix, times } from './geometry.mjs';

const FILLS = new Set([
  OPS.fill,
  OPS.eoFill,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
]);
const STROKES = new Set([OPS.stroke, OPS.closeStroke]);
const IMAGES = new Set([
  OPS.paintImageXObject,
  OPS.paintInlineImageXObject,
  OPS.paintImageMaskXObject,
  OPS.paintSolidColorImageMask,
]);
const INVISIBLE = new Set([3, 7]);
const IDENTITY = [1, 0, 0, 1, 0, 0];
/** Drawings of more parts than this are pictures, not rules. */
const MOST_SHAPES = 5000;

/** What `q` keeps and `Q` brings back. */
const startState = (matrix) => ({
  matrix,
  fill: '#000000',
  stroke: '#000000',
  lineWidth: 1,
  font: null,
  size: 0,
  charSpacing: 0,
  wordSpacing: 0,
  stretch: 1,
  rise: 0,
  leading: 0,
  mode: 0,
});

const plainName = (name) => (name ?? '').replace(/^[A-Z]{6}\+/, '');
const colourOf = (value) => (typeof value === 'string' && value.startsWith('#') ? value : 'other');

export class PageReader {
  constructor(page, budget) {
    this.page = page;
    this.budget = budget;
    this.glyphs = [];
    this.shapes = [];
    this.fonts = new Map();
    this.inks = new Map();
    this.drawn = false;
    this.kept = [];
    this.textMatrix = IDENTITY;
    this.lineX = this.lineY = this.x = this.y = 0;
  }

  async read() {
    const viewport = this.page.getViewport({ scale: 1 });
    const [a, b, c, d, e, f] = viewport.transform;
    this.state = startState([a * MM, b * MM, c * MM, d * MM, e * MM, f * MM]);
    const { fnArray, argsArray } = await this.page.getOperatorList({ annotationMode: 0 });
    fnArray.forEach((operation, i) => this.step(operation, argsArray[i] ?? []));
    return { width: viewport.width * MM, height: viewport.height * MM };
  }

  step(operation, args) {
    if (IMAGES.has(operation)) this.drawn = true;
    else if (!this.stepGraphics(operation, args)) this.stepText(operation, args);
  }

  stepGraphics(operation, args) {
    const { state } = this;
    switch (operation) {
      case OPS.save:
        this.kept.push({ ...state });
        return true;
      case OPS.restore:
        this.state = this.kept.pop() ?? state;
        return true;
      case OPS.paintFormXObjectBegin:
        this.kept.push({ ...state });
        if (args[0]) state.matrix = times(state.matrix, args[0]);
        return true;
      case OPS.paintFormXObjectEnd:
        this.state = this.kept.pop() ?? state;
        return true;
      case OPS.transform:
        state.matrix = times(state.matrix, args);
        return true;
      case OPS.setFillRGBColor:
        state.fill = colourOf(args[0]);
        return true;
      case OPS.setFillColorN:
      case OPS.setFillTransparent:
        state.fill = 'other';
        return true;
      case OPS.setStrokeRGBColor:
        state.stroke = colourOf(args[0]);
        return true;
      case OPS.setStrokeColorN:
      case OPS.setStrokeTransparent:
        state.stroke = 'other';
        return true;
      case OPS.setLineWidth:
        state.lineWidth = args[0];
        return true;
      case OPS.constructPath:
        this.shape(args);
        return true;
      default:
        return false;
    }
  }

  stepText(operation, args) {
    const { state } = this;
    switch (operation) {
      case OPS.beginText:
        this.textMatrix = IDENTITY;
        this.x = this.y = this.lineX = this.lineY = 0;
        break;
      case OPS.setFont:
        [state.font, state.size] = [this.fontOf(args[0]), args[1]];
        break;
      case OPS.setTextMatrix:
        this.textMatrix = args.length === 1 ? [...args[0]] : args;
        this.x = this.y = this.lineX = this.lineY = 0;
        break;
      case OPS.moveText:
        this.move(args[0], args[1]);
        break;
      case OPS.setLeadingMoveText:
        state.leading = args[1];
        this.move(args[0], args[1]);
        break;
      case OPS.nextLine:
        this.move(0, state.leading);
        break;
      case OPS.setLeading:
        state.leading = -args[0];
        break;
      case OPS.setCharSpacing:
        state.charSpacing = args[0];
        break;
      case OPS.setWordSpacing:
        state.wordSpacing = args[0];
        break;
      case OPS.setHScale:
        state.stretch = args[0] / 100;
        break;
      case OPS.setTextRise:
        state.rise = args[0];
        break;
      case OPS.setTextRenderingMode:
        state.mode = args[0];
        break;
      case OPS.showText:
        this.show(args[0]);
        break;
    }
  }

  move(x, y) {
    this.x = this.lineX += x;
    this.y = this.lineY += y;
  }

  fontOf(id) {
    const known = this.fonts.get(id);
    if (known) return known;
    let data;
    try {
      data = this.page.commonObjs.get(id);
    } catch {
      data = null; // a font so broken that pdf.js gave it up
    }
    const font = {
      id,
      fullName: data?.name ?? '',
      name: plainName(data?.name),
      embedded: data ? data.isType3Font === true || !data.missingFile : false,
      vertical: data?.vertical === true,
      unit: data?.fontMatrix?.[0] ?? 0.001,
      used: false,
    };
    this.fonts.set(id, font);
    return font;
  }

  /** The box of a character's strokes in units of its size, or null. */
  inkOf(font, character) {
    const key = `${font.id}_path_${character}`;
    if (!this.inks.has(key)) {
      let box = null;
      try {
        box = around(partBoxes(this.page.commonObjs.get(key).path));
      } catch {
        box = null; // no outline: a blank, a font that is not embedded, a Type 3 font
      }
      this.inks.set(key, box);
    }
    return this.inks.get(key);
  }

  show(glyphs) {
    const { state } = this;
    if (!state.font) return;
    const unit = state.font.unit * state.size;
    for (const glyph of glyphs) {
      if (typeof glyph === 'number') {
        this.advance((-glyph * state.size) / 1000);
        continue;
      }
      const spacing = state.charSpacing + (glyph.isSpace ? state.wordSpacing : 0);
      if (state.font.vertical) {
        const vmetric = glyph.vmetric ?? [-glyph.width, glyph.width / 2, 880];
        this.note(glyph, glyph.width * unit, [-vmetric[1] * unit, -vmetric[2] * unit]);
        this.advance(vmetric[0] * unit - spacing);
      } else {
        this.note(glyph, glyph.width * unit, [0, 0]);
        this.advance(glyph.width * unit + spacing);
      }
    }
  }

  advance(length) {
    if (this.state.font.vertical) this.y += length;
    else this.x += length * this.state.stretch;
  }

  note(glyph, width, [dx, dy]) {
    const { state } = this;
    if (--this.budget.glyphs < 0) throw new Error('too-much');
    const place = times(times(state.matrix, this.textMatrix), [
      state.stretch,
      0,
      0,
      1,
      this.x + dx * state.stretch,
      this.y + dy + state.rise,
    ]);
    state.font.used = true;
    const [left, , right] = throughMatrix(place, [0, 0, width, 0]);
    const ink = this.inkOf(state.font, glyph.fontChar);
    const inkBox = ink && throughMatrix(times(place, [state.size, 0, 0, state.size, 0, 0]), ink);
    const angle = (Math.atan2(-place[1], place[0]) * 180) / Math.PI;
    this.glyphs.push({
      text: glyph.unicode ?? '',
      left,
      right,
      baseline: place[5],
      size: (Math.abs(state.size) * Math.hypot(place[2], place[3])) / MM,
      font: state.font.name,
      colour: state.fill,
      angle: Math.abs(angle) < 0.05 ? 0 : angle,
      hidden: INVISIBLE.has(state.mode),
      ink: inkBox && { left: inkBox[0], top: inkBox[1], right: inkBox[2], bottom: inkBox[3] },
    });
  }

  shape([operation, data]) {
    const { state } = this;
    const filled = FILLS.has(operation);
    if (!filled && !STROKES.has(operation)) return;
    this.drawn = true;
    const half = filled ? 0 : (state.lineWidth * scaleOf(state.matrix)) / 2;
    for (const box of partBoxes(data?.[0] ?? [])) {
      if (this.shapes.length >= MOST_SHAPES) return;
      const [left, top, right, bottom] = throughMatrix(state.matrix, box);
      this.shapes.push({
        kind: filled ? 'fill' : 'stroke',
        colour: filled ? state.fill : state.stroke,
        // A level line is drawn with butt ends: its thickness grows across, not along.
        left: left - (right - left > bottom - top ? 0 : half),
        width: right - left + (right - left > bottom - top ? 0 : 2 * half),
        top: top - (right - left > bottom - top ? half : 0),
        height: bottom - top + (right - left > bottom - top ? 2 * half : 0),
      });
    }
  }
}
