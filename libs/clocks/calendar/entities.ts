import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A year whose holidays and make-up days are known, and where that is written. */
@Entity('calendar_year')
export class CalendarYearRow {
  @PrimaryColumn('integer') year: number;
  @Column('boolean') published: boolean;
  /** The notice's number. */
  @Column('text') source: string;
  @Column('timestamptz') publishedAt: Date;
  /** Null: shipped with the program, or imported at its command line. */
  @Column('uuid', { nullable: true }) publishedBy: string | null;
}

/** A day that differs from its weekday: by a yearly notice, or because the place says so (local), which wins. */
@Entity()
export class CalendarDay {
  @PrimaryColumn('date') date: string;
  @PrimaryColumn('text') kind: 'holiday' | 'make_up' | 'local';
  @Column('boolean') working: boolean;
  @Column('text') why: string;
  /** The notice it comes from; a place's own day comes from none. */
  @Column('integer', { nullable: true }) year: number | null;
  @Column('timestamptz') setAt: Date;
  @Column('uuid', { nullable: true }) setBy: string | null;
}
