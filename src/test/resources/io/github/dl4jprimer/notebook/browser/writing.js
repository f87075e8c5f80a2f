// The Chinese characters of the page, font by font: which are boxes, and how many look alike.
const UNASSIGNED = '\u0378'; // no font has it, so that it is drawn as the box
const canvas = Object.assign(document.createElement('canvas'), {width: 64, height: 64});
const pen = canvas.getContext('2d', {willReadFrequently: true});
const drawn = (character, font) => {
  pen.clearRect(0, 0, 64, 64);
  pen.font = '40px ' + font;
  pen.fillText(character, 4, 48);
  return canvas.toDataURL();
};
const written = new Map();
const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
while (texts.nextNode()) {
  const place = texts.currentNode.parentElement;
  if (!place.checkVisibility()) {
    continue;
  }
  const font = getComputedStyle(place).fontFamily;
  for (const character of texts.currentNode.data.match(/\p{Script=Han}/gu) || []) {
    written.set(font, (written.get(font) || new Set()).add(character));
  }
}
return JSON.stringify(Array.from(written, ([font, characters]) => {
  const box = drawn(UNASSIGNED, font);
  const looks = Array.from(characters, character => drawn(character, font));
  return {
    font,
    characters: Array.from(characters).join(''),
    boxes: Array.from(characters).filter((character, i) => looks[i] === box).join(''),
    alike: looks.length - new Set(looks).size,
  };
}));
