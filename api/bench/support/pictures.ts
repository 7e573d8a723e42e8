/** Drawings of results as SVG, readable on light and dark pages. */

const width = 720;
const ink = `
  text { font: 13px system-ui, sans-serif; fill: #1f2933 }
  .faint { fill: #616e7c; font-size: 12px }
  .line { stroke: #cbd2d9; stroke-width: 1 }
  .goal { stroke: #d64545; stroke-width: 1.5; stroke-dasharray: 4 3 }
  @media (prefers-color-scheme: dark) {
    text { fill: #e4e7eb } .faint { fill: #9aa5b1 } .line { stroke: #52606d }
  }`;
const colours = ['#2f6fde', '#8a94a6', '#0f9d76', '#c27803', '#9b51e0', '#d64545'];

export type Bar = { readonly label: string; readonly value: number; readonly isOurs: boolean };
export type BarGroup = { readonly title: string; readonly bars: readonly Bar[]; readonly goal: number };

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

function svg(height: number, title: string, parts: readonly string[]): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escaped(title)}">
<style>${ink}</style>
<text x="0" y="18" font-weight="600">${escaped(title)}</text>
${parts.join('\n')}
</svg>
`;
}

const text = (x: number, y: number, content: string, rest = '') =>
  `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" ${rest}>${escaped(content)}</text>`;
const line = (x1: number, y1: number, x2: number, y2: number, kind: string) =>
  `<line x1="${x1.toFixed(1)}" y1="${y1.toFixed(1)}" x2="${x2.toFixed(1)}" y2="${y2.toFixed(1)}" class="${kind}"/>`;

/** Shares of a limit that is 1; a dashed line where ours should be. */
export function barPicture(title: string, groups: readonly BarGroup[]): string {
  const left = 170;
  const room = width - left - 60;
  const parts: string[] = [];
  let y = 44;
  for (const { title: heading, bars, goal } of groups) {
    parts.push(text(0, y, heading, 'class="faint"'));
    const top = y + 8;
    for (const { label, value, isOurs } of bars) {
      y += 26;
      parts.push(text(left - 8, y, label, 'text-anchor="end"'));
      parts.push(
        `<rect x="${left}" y="${y - 13}" width="${(Math.min(value, 1.05) * room).toFixed(1)}" height="17" rx="2" fill="${colours[isOurs ? 0 : 1]}"/>`,
      );
      parts.push(text(left + Math.min(value, 1.05) * room + 6, y, value.toFixed(2), isOurs ? 'font-weight="600"' : ''));
    }
    parts.push(line(left + goal * room, top, left + goal * room, y + 8, 'goal'));
    y += 34;
  }
  return svg(y - 10, title, parts);
}

export type Curve = { readonly label: string; readonly points: readonly { readonly x: number; readonly y: number }[] };

/** Both axes by powers of ten. */
export function curvePicture(title: string, unit: string, curves: readonly Curve[]): string {
  const [left, right, top, bottom] = [56, 240, 44, 300];
  const all = curves.flatMap(({ points }) => points);
  const scale = (values: number[], from: number, to: number) => {
    const low = Math.floor(Math.log10(Math.min(...values)));
    const high = Math.max(low + 1, Math.ceil(Math.log10(Math.max(...values))));
    const place = (value: number) => from + ((Math.log10(value) - low) / (high - low)) * (to - from);
    const ticks = Array.from({ length: high - low + 1 }, (_, index) => 10 ** (low + index));
    return { place, ticks };
  };
  const across = scale(
    all.map(({ x }) => x),
    left,
    width - right,
  );
  const up = scale(
    all.map(({ y }) => y),
    bottom,
    top,
  );
  const parts = [
    ...up.ticks.flatMap((tick) => [
      line(left, up.place(tick), width - right, up.place(tick), 'line'),
      text(left - 8, up.place(tick) + 4, `${tick} ${unit}`, 'text-anchor="end" class="faint"'),
    ]),
    ...across.ticks.map((tick) =>
      text(across.place(tick), bottom + 18, tick.toLocaleString('en'), 'text-anchor="middle" class="faint"'),
    ),
    text((left + width - right) / 2, bottom + 38, 'tickets', 'text-anchor="middle" class="faint"'),
  ];
  for (const [index, { label, points }] of curves.entries()) {
    const colour = colours[index % colours.length];
    const places = points.map(({ x, y }) => `${across.place(x).toFixed(1)},${up.place(y).toFixed(1)}`);
    parts.push(`<polyline points="${places.join(' ')}" fill="none" stroke="${colour}" stroke-width="2"/>`);
    for (const place of places) {
      const [x, y] = place.split(',');
      parts.push(`<circle cx="${x}" cy="${y}" r="3" fill="${colour}"/>`);
    }
    const legend = top + index * 22;
    parts.push(`<rect x="${width - right + 20}" y="${legend - 9}" width="12" height="12" rx="2" fill="${colour}"/>`);
    parts.push(text(width - right + 38, legend + 2, label));
  }
  return svg(bottom + 48, title, parts);
}
