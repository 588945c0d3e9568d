export class Forum {}
