/** The page of a display: two pictures under a slider, and a place for the comment on them. */

const swipe = document.getElementById("swipe");
const form = document.getElementById("comment-form");
const range = /** @type {HTMLInputElement} */ (document.getElementById("swipe-range"));

if (swipe && range) {
  swipe.classList.add("live");
  range.parentElement.hidden = false;
  const show = () => swipe.style.setProperty("--part", `${range.value}%`);
  range.addEventListener("input", show);
  show();
}

/**
 * Keep a place of the picture, as parts of its width and height.
 * @param {number} across
 * @param {number} down
 */
function place(across, down) {
  form.elements.namedItem("across").value = across.toFixed(5);
  form.elements.namedItem("down").value = down.toFixed(5);
  const mark = /** @type {HTMLElement} */ (swipe.querySelector(".swipe-mark"));
  mark.hidden = false;
  mark.style.left = `${across * 100}%`;
  mark.style.top = `${down * 100}%`;
  const isPolish = document.documentElement.lang === "pl";
  document.getElementById("placed").textContent = isPolish ? "Miejsce wskazane." : "The place is kept.";
}

if (swipe && form) {
  const pictures = /** @type {HTMLElement} */ (swipe.querySelector(".swipe-pictures"));
  pictures.classList.add("pointable");
  pictures.addEventListener("click", (event) => {
    const box = pictures.getBoundingClientRect();
    place((event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height);
  });
  const { value: across } = form.elements.namedItem("across");
  const { value: down } = form.elements.namedItem("down");
  if (across && down) place(Number(across), Number(down));
}
