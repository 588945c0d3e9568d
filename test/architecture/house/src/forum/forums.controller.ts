export class ForumsController {}
