/** The eight-fold star, drawn once: two squares laid over each other, three times within each other. */
export function Khatam() {
  return (
    <svg className="khatam" viewBox="0 0 64 64" aria-hidden="true">
      <path d="M32 4 40.2 12.2H51.8V23.8L60 32 51.8 40.2V51.8H40.2L32 60 23.8 51.8H12.2V40.2L4 32 12.2 23.8V12.2H23.8Z" />
      <path d="M32 14 37.3 19.3H44.7V26.7L50 32 44.7 37.3V44.7H37.3L32 50 26.7 44.7H19.3V37.3L14 32 19.3 26.7V19.3H26.7Z" />
      <path d="M32 24 34.3 26.3H37.7V29.7L40 32 37.7 34.3V37.7H34.3L32 40 29.7 37.7H26.3V34.3L24 32 26.3 29.7V26.3H29.7Z" />
    </svg>
  );
}
