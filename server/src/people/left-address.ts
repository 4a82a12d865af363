/** How the address of an account ends whose member has left. */
export const LEFT_ADDRESS = "@left.invalid";
