// @ts-check
// Colours of points: of the classes of ASPRS LAS 1.4, told apart by everybody, and of heights (viridis).

/** @type {Record<number, string>} */
export const CLASS_COLOURS = {
  1: '#9aa5ad', 2: '#a9744f', 3: '#c5e0a0', 4: '#7cb65a', 5: '#2f7d32', 6: '#d55e00', 9: '#0072b2', 17: '#cc79a7',
};
export const HEIGHT_COLOURS = ['#440154', '#3b528b', '#21918c', '#5ec962', '#fde725'];
