// The visible texts of the page that stand out less from what is behind them than WCAG's AA asks.
() => {
  const numbers = (color) => {
    const found = color.match(/[\d.]+/g).map(Number);
    return found.length === 3 ? [...found, 1] : found;
  };
  const over = (front, back) =>
    [0, 1, 2].map((at) => front[at] * front[3] + back[at] * (1 - front[3]));
  const light = (color) => {
    const parts = color.slice(0, 3).map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
  };
  const ratio = (one, other) => {
    const [low, high] = [light(one), light(other)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };
  const ground = (element) => {
    const painted = numbers(getComputedStyle(element).backgroundColor);
    if (painted[3] === 1 || !element.parentElement) {
      return painted[3] ? painted : [255, 255, 255, 1];
    }
    return [...over(painted, ground(element.parentElement)), 1];
  };
  // In a picture: the last shape that is painted before the words and lies behind their middle.
  const shape = (words) => {
    const box = words.getBoundingClientRect();
    const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
    let found = ground(words.ownerSVGElement.parentElement);
    for (const rect of words.ownerSVGElement.querySelectorAll("rect")) {
      const behind = rect.compareDocumentPosition(words) & Node.DOCUMENT_POSITION_FOLLOWING;
      const { left, right, top, bottom } = rect.getBoundingClientRect();
      const fill = getComputedStyle(rect).fill;
      if (behind && left <= x && x <= right && top <= y && y <= bottom && fill.startsWith("rgb")) {
        found = [...over(numbers(fill), found), 1];
      }
    }
    return found;
  };
  const weak = [];
  let looked = 0;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    const said = walker.currentNode.textContent.trim();
    const isHidden = element.closest("title, desc, script, style, noscript, template");
    if (!said || isHidden || !element.checkVisibility()) {
      continue;
    }
    const style = getComputedStyle(element);
    const isDrawn = element instanceof SVGElement;
    const back = isDrawn ? shape(element.closest("text")) : ground(element);
    const front = over(numbers(isDrawn ? style.fill : style.color), back);
    const size = parseFloat(style.fontSize);
    const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
    looked += 1;
    if (ratio(front, back) < (isLarge ? 3 : 4.5)) {
      weak.push(`${said.slice(0, 40)}: ${ratio(front, back).toFixed(2)}`);
    }
  }
  return { looked, weak };
};
