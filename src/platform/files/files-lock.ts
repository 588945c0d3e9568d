/**
 * Who writes a file's row, or reads the bytes of many, holds this with others; who takes bytes away that no row names
 * holds it alone. So no bytes go that a row is about to name, or that a backup is about to read.
 */
export const FILES_LOCK = 7_164_209;
