import type { CalendarDefinition, ServiceWindow } from './calendar-definition';

const longDay: readonly ServiceWindow[] = [{ from: '08:30', to: '17:00' }];

/** The service time of process 2 with the nationwide German holidays (process 2.6). */
export const standardCalendar: CalendarDefinition = {
  zone: 'Europe/Berlin',
  hours: { 1: longDay, 2: longDay, 3: longDay, 4: longDay, 5: [{ from: '08:30', to: '14:00' }] },
  holidayRegion: 'BUND',
};
