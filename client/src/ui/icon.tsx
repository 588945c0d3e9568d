/** Pictures of this product, drawn on a field of 24. They only stand beside words, so no one needs their names. */
const SHAPES = {
  now: 'M12 2.5 14.8 5.3H18.7V9.2L21.5 12 18.7 14.8V18.7H14.8L12 21.5 9.2 18.7H5.3V14.8L2.5 12 5.3 9.2V5.3H9.2ZM12 9.2A2.8 2.8 0 1 1 12 14.8 2.8 2.8 0 0 1 12 9.2',
  discussion: 'M4 5H16V13H9L5.5 16V13H4ZM19 9H21V17H19.5V19.5L16.5 17H12',
  proposals: 'M6 3H15L19 7V21H6ZM14.5 3V7.5H19M9 12H16M9 16H14',
  program: 'M4 6H20V20H4ZM4 10.5H20M8 3V7M16 3V7',
  appeal: 'M6 3H18V21L12 17.5 6 21ZM9.5 7.5H14.5M9.5 11H14.5',
  cities: 'M3 20.5H21M5 20.5V10L9 6.5 13 10V20.5M13 20.5V13H19V20.5M9 20.5V16',
  manage:
    'M4 7H14M18 7H20M4 17H6M10 17H20M16 4.5A2.5 2.5 0 1 1 16 9.5 2.5 2.5 0 0 1 16 4.5M8 14.5A2.5 2.5 0 1 1 8 19.5 2.5 2.5 0 0 1 8 14.5',
  bell: 'M6 16.5V11A6 6 0 0 1 18 11V16.5L20 18.5H4ZM10 21.5H14M12 3V5',
  person: 'M12 4A4 4 0 1 1 12 12 4 4 0 0 1 12 4M4.5 20.5C5 16.5 8 14.5 12 14.5S19 16.5 19.5 20.5',
  yes: 'M4.5 12.5 10 18 19.5 7',
  no: 'M6 6 18 18M18 6 6 18',
  abstain: 'M5 12H19',
  up: 'M12 19.5V5M5.5 11.5 12 5 18.5 11.5',
  down: 'M12 4.5V19M5.5 12.5 12 19 18.5 12.5',
} as const;

export type IconName = keyof typeof SHAPES;

export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={SHAPES[name]} />
    </svg>
  );
}
