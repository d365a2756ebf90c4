// Two columns need all the room there is, and smaller letters than the page as it prints.
const style = `.letter{max-width:none;padding:0;font-size:13pt;line-height:1.8}
.letter p,.letter h1,.letter h2,.letter h3,.letter h4,.letter h5{font-size:13pt}
.letter .letter__mark{font-size:17pt}.letter .letter__title{font-size:15pt;line-height:1.5;margin-block:.6em}
.pair{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1fr)}
.pair>div{min-width:0;overflow-wrap:anywhere;padding-inline:1rem}
.pair>div+div{border-left:1px solid #dde2e8}
.pair-head{font:600 15px sans-serif;color:#4a5460;border-bottom:1px solid #dde2e8;margin-bottom:.6rem}
.pair-changed{background:#fff8e6}
@media(max-width:600px){.letter,.letter p,.letter h1,.letter h2,.letter h3{font-size:12pt}.pair>div{padding-inline:.4rem}}`;

/** One of the two versions of a compared block: without what the other one alone has. */
function version(block: Element, without: 'ins' | 'del'): string {
  const copy = block.cloneNode(true) as Element;
  for (const gone of copy.querySelectorAll(without)) gone.remove();
  return copy.textContent?.trim() ? copy.outerHTML : '';
}

/** 左右对照: a redline as two columns, each paragraph beside what became of it. */
export function sidesOf(redline: string): string {
  const page = new DOMParser().parseFromString(redline, 'text/html');
  const letter = page.querySelector('article');
  if (!letter) return redline;
  const pairs = [...letter.children]
    .filter((block) => block.tagName !== 'HEADER')
    .map((block) => {
      const changed = block.querySelector('ins, del') ? ' pair-changed' : '';
      return `<div class="pair${changed}"><div>${version(block, 'ins')}</div><div>${version(block, 'del')}</div></div>`;
    });
  const head = '<div class="pair pair-head"><div>原稿</div><div>现稿</div></div>';
  letter.innerHTML = head + pairs.join('');
  page.head.insertAdjacentHTML('beforeend', `<style>${style}</style>`);
  return `<!doctype html>${page.documentElement.outerHTML}`;
}
