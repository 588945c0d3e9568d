import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a compile quotes of the discussions, kept beside the draft that holds it, which is long. Drafts made before have none. */
export class Discussed20261130000040 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE compiled ADD COLUMN discussed jsonb NOT NULL DEFAULT '[]'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE compiled DROP COLUMN discussed');
  }
}
