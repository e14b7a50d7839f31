/** Whose records say how this installation was set up: no organisation has this id. */
export const setupOwner = "gateway";
