export {
  orderKinds,
  standingOn,
  type Order,
  type OrderEnd,
  type OrderEndReason,
  type OrderKind,
  type OrderStanding,
} from './order.js';
export { ordersOf, type OrderEntry } from './orders-of-case.js';
