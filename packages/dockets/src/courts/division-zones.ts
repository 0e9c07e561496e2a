import type { DivisionZone } from './court.js';

const division = (office: string, name: string, zone: string): DivisionZone => ({ office, division: name, zone });

/**
 * Divisions whose courthouse lies in another time zone than the court's seat, by court id. Office codes of
 * bankruptcy courts are listed only where they are known to be the district court's.
 */
export const divisionZones: Readonly<Record<string, readonly DivisionZone[]>> = {
  flnb: [division('3', 'Pensacola', 'America/Chicago'), division('5', 'Panama City', 'America/Chicago')],
  flnd: [division('3', 'Pensacola', 'America/Chicago'), division('5', 'Panama City', 'America/Chicago')],
  idb: [division('2', 'Coeur d’Alene', 'America/Los_Angeles'), division('3', 'Moscow', 'America/Los_Angeles')],
  idd: [division('2', 'Coeur d’Alene', 'America/Los_Angeles'), division('3', 'Moscow', 'America/Los_Angeles')],
  innb: [division('2', 'Hammond', 'America/Chicago')],
  innd: [division('2', 'Hammond', 'America/Chicago')],
  insd: [division('3', 'Evansville', 'America/Chicago')],
  kywb: [
    division('1', 'Bowling Green', 'America/Chicago'),
    division('4', 'Owensboro', 'America/Chicago'),
    division('5', 'Paducah', 'America/Chicago'),
  ],
  kywd: [
    division('1', 'Bowling Green', 'America/Chicago'),
    division('4', 'Owensboro', 'America/Chicago'),
    division('5', 'Paducah', 'America/Chicago'),
  ],
  sdb: [division('5', 'Western (Rapid City)', 'America/Denver')],
  sdd: [division('5', 'Western (Rapid City)', 'America/Denver')],
  tned: [division('4', 'Winchester', 'America/Chicago')],
  txwb: [division('3', 'El Paso', 'America/Denver')],
  txwd: [division('3', 'El Paso', 'America/Denver')],
};
