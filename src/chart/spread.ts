/** Moves labels apart that would stand upon each other, as little as possible, after Vega has placed them. Part of `chart`. */
import type { Frame, Spread } from './brief.ts';
import type { Item, Label, Scene } from './scene.ts';
import { type Unit, unitOf } from './units.ts';

/** Applies the spreads that a chart asks for to the scenegraph itself; boxes read before are out of date afterwards. */
export function spreadLabels(
  spreads: readonly Spread[],
  root: Scene,
  labels: readonly Label[],
  units: readonly Unit[],
  { height }: Frame,
): void {
  for (const { labels: layer, leaders, along = [], gap } of spreads) {
    const own = labels.filter(({ mark }) => unitOf(mark, units)?.name === layer);
    const boxes = own.map(({ box }) => box);
    const shifts = apart(boxes, gap, { from: 0, to: height });
    const moved = new Map(own.map(({ datum }, index) => [datum?.fact, shifts[index] ?? 0]));
    const followers = along.flatMap((name) => itemsOf(root, units, name));
    for (const item of [...own.map(({ item }) => item), ...followers]) {
      const shift = moved.get(item.datum?.fact) ?? 0;
      item.y = (item.y ?? 0) + shift;
      item.bounds.translate?.(0, shift);
    }
    const middles = new Map(own.map(({ datum, item }) => [datum?.fact, (item.bounds.y1 + item.bounds.y2) / 2]));
    for (const rule of leaders === undefined ? [] : itemsOf(root, units, leaders)) {
      rule.y2 = middles.get(rule.datum?.fact) ?? rule.y2 ?? 0;
    }
  }
}

function itemsOf(scene: Scene, units: readonly Unit[], layer: string): Item[] {
  if (scene.marktype !== 'group') return unitOf(scene.name, units)?.name === layer ? [...scene.items] : [];
  return scene.items.flatMap((item) => (item.items ?? []).flatMap((child) => itemsOf(child, units, layer)));
}

interface Span {
  readonly y1: number;
  readonly y2: number;
}

/**
 * How far each box moves so that none is nearer to the next than `gap` and all stay between `from` and `to`. Boxes that
 * meet become a block around their middle (the positions of least squares), so the order never changes.
 */
export function apart(boxes: readonly Span[], gap: number, { from, to }: { from: number; to: number }): number[] {
  const order = boxes.map((box, index) => ({ box, index })).sort((a, b) => a.box.y1 + a.box.y2 - b.box.y1 - b.box.y2);
  // Each block holds the tops that its boxes want, less what stands above them in the block; its top is their mean.
  interface Block {
    readonly wishes: number[];
    readonly height: number;
    readonly members: { readonly index: number; readonly offset: number; readonly y1: number }[];
  }
  const top = ({ wishes, height }: Block): number => {
    const mean = wishes.reduce((sum, wish) => sum + wish, 0) / wishes.length;
    return Math.max(from, Math.min(mean, to - height));
  };
  const blocks: Block[] = [];
  for (const { box, index } of order) {
    let block: Block = { wishes: [box.y1], height: box.y2 - box.y1, members: [{ index, offset: 0, y1: box.y1 }] };
    for (let above = blocks.at(-1); above && top(above) + above.height + gap > top(block); above = blocks.at(-1)) {
      const down = above.height + gap;
      block = {
        wishes: [...above.wishes, ...block.wishes.map((wish) => wish - down)],
        height: down + block.height,
        members: [...above.members, ...block.members.map((each) => ({ ...each, offset: each.offset + down }))],
      };
      blocks.pop();
    }
    blocks.push(block);
  }
  const shifts: number[] = boxes.map(() => 0);
  for (const block of blocks)
    for (const { index, offset, y1 } of block.members) shifts[index] = top(block) + offset - y1;
  return shifts;
}
