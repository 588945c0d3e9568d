export const exported = 'csv';
