import type { CourtKind } from './court.js';

/**
 * The serial of the last document (its id without the four digits in front) of which a district court still
 * counted the main document as number 1 on attachment pages. Courts that are not here had stopped before their
 * first document. Observed on public pages (juriscraper, BSD; figures only).
 */
const lastSerials: Readonly<Record<string, number>> = {
  akd: 682_797,
  ared: 1_906_030,
  cacd: 9_630_188,
  ctd: 2_414_673,
  flmd: 7_734_601,
  flnd: 2_613_796,
  gamd: 995_021,
  gasd: 1_159_201,
  hid: 1_078_891,
  ilnd: 8_278_610,
  iand: 899_130,
  innd: 1_560_410,
  iasd: 1_192_972,
  kyed: 2_087_957,
  kywd: 1_738_484,
  mad: 3_618_527,
  mied: 4_148_337,
  miwd: 2_358_030,
  moed: 3_299_716,
  msnd: 888_190,
  mssd: 2_476_698,
  nced: 1_868_202,
  ncmd: 1_093_535,
  ndd: 299_419,
  ned: 1_868_173,
  nvd: 3_153_010,
  nyed: 6_778_644,
  nynd: 1_829_022,
  nysd: 8_012_889,
  nywd: 1_862_410,
  oked: 388_419,
  ord: 3_322_370,
  pamd: 3_122_200,
  sdd: 1_239_147,
  txed: 3_830_781,
  txnd: 4_975_453,
  utd: 1_745_928,
  vaed: 1_338_618,
  waed: 1_349_144,
  wawd: 3_755_107,
  wied: 1_420_356,
  wyd: 797_428,
};

/**
 * Whether an attachment page numbers this document as if the main document were attachment 1. Bankruptcy courts
 * always do; in district courts each document is judged by its own id, whatever stands beside it.
 */
export function countsMainDocument(
  court: { readonly id: string; readonly kind: CourtKind },
  documentId: string,
): boolean {
  if (court.kind === 'BANKRUPTCY') return true;
  const last = lastSerials[court.id];
  return last !== undefined && Number(documentId.slice(4)) <= last;
}
