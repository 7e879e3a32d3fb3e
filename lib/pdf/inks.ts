/** The colours of text on paper, as in app/styles/tokens.css. */
export const INK = "#23262b";
export const INK_2 = "#4a4f57";
export const RED_INK = "#a8221b";
