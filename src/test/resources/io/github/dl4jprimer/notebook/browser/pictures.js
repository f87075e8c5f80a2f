// The pictures of the page: their own width and height, and how many colours their pixels have.
return JSON.stringify(Array.from(document.querySelectorAll(arguments[0])).map(picture => {
  const width = picture.naturalWidth;
  const height = picture.naturalHeight;
  if (width * height === 0) {
    return {width, height, colours: 0};
  }
  const canvas = Object.assign(document.createElement('canvas'), {width, height});
  const pen = canvas.getContext('2d');
  pen.drawImage(picture, 0, 0);
  const pixels = new Uint32Array(pen.getImageData(0, 0, width, height).data.buffer);
  return {width, height, colours: new Set(pixels).size};
}));
