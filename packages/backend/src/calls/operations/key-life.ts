/** Hours for which a key stands for its call, from the moment at which that became final. */
export const keyHours = 24;
export const keyMs = keyHours * 3_600_000;
