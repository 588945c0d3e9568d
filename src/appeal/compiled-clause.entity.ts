import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DraftClause } from './compile/draft.js';

/** A clause as the last compile had it: what today's draft and the next compile are both compared with. */
@Entity('compiled_clause')
export class CompiledClause {
  @PrimaryColumn({ type: 'uuid' })
  appealId: string;

  /** The clause that it became; people may have taken it out since. */
  @PrimaryColumn({ type: 'uuid' })
  clauseId: string;

  @Column({ type: 'integer' })
  position: number;

  @Column({ type: 'jsonb' })
  content: DraftClause;

  /** The compile no longer has it, and people decided that it stays. */
  @Column({ type: 'boolean' })
  gone: boolean;
}
